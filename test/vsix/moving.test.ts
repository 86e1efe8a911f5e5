import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const proposed = `${requests}/CR-2026-02-16-001.md`;
const approved = `${requests}/CR-2026-03-05-001.md`;
const inProgress = `${requests}/CR-2026-03-02-001.md`;
const drafts = [`${requests}/CR-2026-03-09-001.md`, `${requests}/CR-2026-03-09-002.md`] as const;

describe('moving a record by hand', () => {
  let workbench: Workbench;

  sharedWorkbench(
    () => ({ settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 } }),
    (opened) => void (workbench = opened),
  );

  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: workbench.folder, encoding: 'utf8' }).trim();
  const openMove = async (path: string): Promise<void> => {
    await workbench.openFile(path);
    await workbench.goTo(1);
    await workbench.runCommand('Changegate: Move to…');
    await workbench.quickTitle.filter({ hasText: /^Move CR-[\d-]+$/ }).waitFor();
  };
  /** Picks a status, and waits for the next question. */
  const pick = async (status: string): Promise<void> => {
    await workbench.quickPick(status).click();
    await workbench.quickTitle.filter({ hasText: `to ${status}` }).waitFor();
  };
  const line = (text: string | RegExp) => workbench.editor.locator('.view-line', { hasText: text }).first();

  it('has the way forward first, says why a move is not possible, and goes to what is missing', async () => {
    const before = workbench.read(proposed);
    await openMove(proposed);
    const rows = await workbench.quickPicks.allInnerTexts();
    assert.match(rows[0] ?? '', /APPROVED\s*3 things are missing\s*The approval token was given/);
    assert.match(rows.at(-1) ?? '', /COMPLETED\s*PROPOSED leads to APPROVED, REJECTED, DRAFT and CANCELLED\.$/);
    await workbench.pictures('move');
    // What is not possible is no answer: the question stays.
    await workbench.quickPick('COMPLETED').click();
    await pick('APPROVED');
    assert.deepEqual(
      (await workbench.quickPicks.allInnerTexts()).map((text) => text.trim()),
      [
        'The Security Team has not approved it.line 107',
        'No approval token has been entered.line 110',
        'The approval has no date.line 111',
      ],
    );
    await workbench.pictures('move guards');
    await workbench.press('ArrowDown', 'Enter');
    await workbench.cursorIn(110);
    assert.equal(workbench.read(proposed), before);
  });

  it('leaves everything as it was with Escape, also after some answers', async () => {
    await openMove(approved);
    await pick('IN_PROGRESS');
    await workbench.quickPick('Leave it open').waitFor();
    await workbench.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await line('APPROVED').waitFor();
    assert.equal(git('branch', '--show-current'), 'main');
    assert.equal(git('status', '--porcelain'), '');
  });

  it('makes the branch that it offers, writes it down, and one undo takes the text back', async () => {
    const branch = 'feat/CR-2026-03-05-001-cache-thumbnails-at-the-edge';
    await openMove(approved);
    await pick('IN_PROGRESS');
    await workbench.quickPick(`Create and check out ${branch}`).waitFor();
    await workbench.pictures('move branch');
    await workbench.press('Enter');
    await line('IN_PROGRESS').waitFor();
    assert.equal(git('branch', '--show-current'), branch);
    await workbench.page.locator('.statusbar-item', { hasText: 'CR-2026-03-05-001 In progress' }).waitFor();
    await workbench.save();
    assert.match(workbench.read(approved), new RegExp(`^\\*\\*Branch\\*\\*: ${branch}$`, 'm'));
    assert.match(workbench.read(approved), /\| \d{4}-\d{2}-\d{2} \| IN_PROGRESS \| Implementation started \|/);
    await workbench.undo();
    await line(/Status.*APPROVED/).waitFor();
    await workbench.save();
    assert.equal(git('status', '--porcelain'), '');
  });

  it('walks to COMPLETED through what is open, the day and the checklist', async () => {
    await openMove(inProgress);
    await pick('COMPLETED');
    await workbench.quickPicks.filter({ hasText: 'Pull Request is not answered.' }).waitFor();
    await workbench.quickPick('Move anyway').click();
    await workbench.page.getByText('When was it deployed?').waitFor();
    await workbench.quickInput.fill('2026-03-20');
    await workbench.press('Enter');
    await workbench.quickPicks.filter({ hasText: 'All tests pass' }).waitFor();
    await workbench.pictures('move checklist');
    await workbench.tickPick('All tests pass');
    await workbench.tickPick('Integrate with the delivery');
    await workbench.press('Enter');
    await workbench.quickPicks.filter({ hasText: '63 of 88 steps are not ticked off' }).waitFor();
    await workbench.pictures('move open steps');
    await workbench.quickPick('Move anyway').click();
    await line('Monitored Until').waitFor();
    await workbench.save();
    const text = workbench.read(inProgress);
    assert.match(text, /^\*\*Status\*\*: COMPLETED$/m);
    assert.match(text, /^\*\*Deployed to Production\*\*: 2026-03-20$/m);
    assert.match(text, /- \[x\] Integrate with the delivery/);
    assert.match(text, /- \[x\] All tests pass[\s\S]*- \[ \] Coverage ≥ 80%/);
  });

  it('moves several rows of the explorer with one reason', async () => {
    await workbench.showContainer('Changes');
    await workbench.treeRow('Show the depot on the map').click();
    await workbench.treeRow('Move nightly reports').click({ modifiers: ['ControlOrMeta'] });
    const entries = await workbench.contextMenu(workbench.treeRow('Move nightly reports'));
    assert.deepEqual(await entries.allInnerTexts(), [
      'Open Record to the Side',
      'Copy Record ID',
      'Move to…',
      'Archive Record',
    ]);
    await workbench.pickFromMenu('Move to…');
    await workbench.quickTitle.filter({ hasText: 'Move 2 records' }).waitFor();
    await workbench.pictures('move several');
    await workbench.quickPick('CANCELLED').click();
    await workbench.page.getByText('Why? It comes into the history.').waitFor();
    await workbench.type('Superseded');
    await workbench.press('Enter');
    await workbench.page.locator('.statusbar-item', { hasText: '2 records moved to CANCELLED' }).waitFor();
    await workbench.treeRow(/^Cancelled\s*3$/).waitFor();
    // What was clicked is open: it waits to be saved, the other is written.
    await workbench.tab('CR-2026-03-09-001.md').click();
    await workbench.save();
    for (const path of drafts) assert.match(workbench.read(path), /\| CANCELLED \| Superseded \|/);
  });
});
