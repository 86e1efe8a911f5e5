import * as vscode from 'vscode';

describe('the extension in the browser', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('changegate.changegate');
    if (!extension) throw new Error('The extension is not there.');
    await extension.activate();
    if (!extension.isActive) throw new Error('The extension is not active.');
  });

  it('runs in a web worker, without Node', () => {
    if (typeof process !== 'undefined') throw new Error('This is Node.');
  });
});
