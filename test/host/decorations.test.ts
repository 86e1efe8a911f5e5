import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { StatusDecorations } from '../../src/vscode/tree/statusDecorations';
import type { ChangegateApi } from '../../src/vscode/activateShared';
import { api, file, until } from './workspace';

describe('the status beside a file', () => {
  let changegate: ChangegateApi;
  let decorations: StatusDecorations;
  before(async () => {
    changegate = await api();
    decorations = new StatusDecorations(changegate.governance);
  });
  after(() => {
    decorations.dispose();
  });
  afterEach(() => vscode.workspace.getConfiguration('changegate').update('decorations.enabled', undefined, true));

  const shown = (path: string): unknown[] => {
    const { badge, tooltip, color } = decorations.provideFileDecoration(file(path)) ?? {};
    return [badge, tooltip, color?.id];
  };

  it('is two letters, words and a color that themes can change', () => {
    const [badge, words, color] = shown('change-requests/CR-2026-02-09-001.md');
    assert.deepEqual([badge, color], ['Co', 'changegate.status.completed']);
    assert.match(String(words), /^Completed/);
    assert.deepEqual(shown('change-requests/CR-2026-02-16-001.md').slice(0, 1), ['Pr']);
    assert.match(String(shown('change-requests/CR-2026-03-04-001.md')[1]), /^In progress, \d+ problems?$/);
  });

  it('is for records alone', () => {
    for (const path of ['change-requests/CR-2026-03-05-001-IMPACT-ASSESSMENT.md', '../../README.md', 'nothing.txt'])
      assert.deepEqual(shown(path), [undefined, undefined, undefined], path);
  });

  it('can be switched off', async () => {
    await vscode.workspace.getConfiguration('changegate').update('decorations.enabled', false, true);
    assert.deepEqual(shown('change-requests/CR-2026-02-09-001.md'), [undefined, undefined, undefined]);
  });

  it('asks the editor to draw the files that look different, and for no others', async () => {
    const told: string[] = [];
    const subscription = decorations.onDidChangeFileDecorations((uris) => {
      told.push(
        ...(Array.isArray(uris) ? uris : uris ? [uris] : []).map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
      );
    });
    const folder = changegate.governance.folders[0] ?? assert.fail();
    const path = 'docs/processes/change-requests/CR-2026-02-23-001.md';
    // The first telling may be of all files.
    await folder.setOverlay(path, '# CR-2026-02-23-001: x\n\n**Status**: DRAFT\n');
    await until('the file is reported', () => (told.includes('CR-2026-02-23-001.md') ? true : undefined));
    told.length = 0;
    await folder.setOverlay(path, '# CR-2026-02-23-001: x\n\n**Status**: CANCELLED\n');
    await folder.setOverlay(path, '# CR-2026-02-23-001: y\n\n**Status**: CANCELLED\n');
    await folder.setOverlay(path, undefined);
    await until('the file is reported', () => (told.length > 0 ? true : undefined));
    assert.deepEqual([...new Set(told)], ['CR-2026-02-23-001.md']);
    subscription.dispose();
  });
});
