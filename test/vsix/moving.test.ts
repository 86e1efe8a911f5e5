import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const proposed = `${requests}/CR-2026-02-16-001.md`;
const approved = `${requests}/CR-2026-03-05-001.md`;
const inProgress = `${requests}/CR-2026-03-02-001.md`;
const drafts = [`${requests}/CR-2026-03-09-001.md`, `${requests}/CR-2026-03-09-002.md`] as const;

describe('moving a record by hand', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 } });
  });
  after(() => workbench.close());

  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: workbench.folder, encoding: 'utf8' }).trim();
  const target = (status: string) => workbench.quickPicks.filter({ hasText: new RegExp(`^\\s*${status}`) }).first();
  const openMove = async (path: string): Promise<void> => {
    await workbench.openFile(path);
    await workbench.runCommand('Changegate: Move to…');
    await workbench.quickTitle.filter({ hasText: 'Move CR-' }).waitFor();
  };

  it('says what is missing, says why a move is not possible, and goes to the place', async () => {
    const before = workbench.read(proposed);
    await openMove(proposed);
    await workbench.pictures('move targets');
    console.log(await workbench.quickPicks.allInnerTexts());
    await target('COMPLETED').click();
    await target('APPROVED').click();
    await workbench.quickTitle.filter({ hasText: 'to APPROVED' }).waitFor();
    await workbench.pictures('move guards');
    console.log(await workbench.quickPicks.allInnerTexts());
    await workbench.press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.screenshot('move jumped');
    assert.equal(workbench.read(proposed), before);
  });

  it('makes the branch, writes it, and one undo takes all back', async () => {
    await openMove(approved);
    await target('IN_PROGRESS').click();
    await workbench.quickPicks.first().waitFor();
    await workbench.pictures('move branch');
    console.log(await workbench.quickPicks.allInnerTexts());
    await workbench.press('Escape');
    await workbench.screenshot('move branch left');
    await openMove(approved);
    await target('IN_PROGRESS').click();
    await workbench.quickPicks.first().waitFor();
    await workbench.press('Enter');
    await workbench.editor.locator('.view-line', { hasText: 'IN_PROGRESS' }).first().waitFor();
    await workbench.pictures('move in progress');
    console.log(git('branch', '--show-current'));
    await workbench.undo();
    await workbench.screenshot('move in progress undone');
  });

  it('goes through the checklist', async () => {
    await openMove(inProgress);
    await target('COMPLETED').click();
    for (let i = 0; i < 6; i++) {
      await workbench.page.waitForTimeout(1500);
      console.log(i, await workbench.quickTitle.innerText(), await workbench.quickPicks.allInnerTexts());
      await workbench.screenshot(`move completed ${i}`);
      if (!(await workbench.quickInput.isVisible())) break;
      if (i === 0) await workbench.quickPicks.filter({ hasText: 'Move anyway' }).click();
      else await workbench.press('Enter');
    }
  });

  it('moves several', async () => {
    await workbench.showContainer('Changes');
    await workbench.treeRow('Show the depot').click();
    await workbench.treeRow('Move nightly').click({ modifiers: ['ControlOrMeta'] });
    const entries = await workbench.contextMenu(workbench.treeRow('Move nightly'));
    await workbench.pictures('menu several');
    console.log(await entries.allInnerTexts());
    await entries.filter({ hasText: 'Move to…' }).click();
    await workbench.quickTitle.waitFor();
    await workbench.pictures('move several');
    await target('CANCELLED').click();
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('move several reason');
    await workbench.type('Superseded');
    await workbench.press('Enter');
    await workbench.page.waitForTimeout(2500);
    await workbench.pictures('moved several');
    for (const d of drafts) console.log(workbench.read(d).slice(-200));
    const one = await workbench.contextMenu(workbench.treeRow('Rotate the keys'));
    console.log(await one.allInnerTexts());
    await workbench.pictures('menu one');
  });
});
