import { strict as assert } from 'node:assert';
import { installation } from './installation';
import { Workbench } from './workbench';

describe('the packaged extension', () => {
  it('holds what belongs in it, and nothing else', async () => {
    const { faults } = await installation();
    assert.deepEqual(faults, []);
  });

  it('opens on the sample workspace and offers New Change Request in the command palette', async () => {
    const workbench = await Workbench.open();
    await workbench.treeRow('docs').waitFor();
    await workbench.openPalette('Changegate: New Change Request');
    await workbench.quickPick('Changegate: New Change Request').waitFor();
    await workbench.close();
  });
});
