import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('the web extension host', () => {
  it('is a web worker, without Node', () => {
    assert.equal(typeof process, 'undefined');
  });

  it('reaches the workspace through a virtual file system only', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, 'vscode-remote');
  });
});
