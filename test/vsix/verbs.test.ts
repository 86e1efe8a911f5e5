import { strict as assert } from 'node:assert';
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const draft = `${requests}/CR-2026-03-09-002.md`;
const proposed = `${requests}/CR-2026-02-16-001.md`;
const drifted = `${requests}/CR-2026-03-03-001.md`;

describe('verbs', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 } });
  });
  after(() => workbench.close());
  const sleep = (ms = 1500) => workbench.page.waitForTimeout(ms);
  const see = async () => {
    await sleep();
    console.log(
      (await workbench.quickTitle.isVisible()) ? await workbench.quickTitle.innerText() : '',
      await workbench.quickInput.getAttribute('placeholder').catch(() => ''),
      await workbench.quickPicks.allInnerTexts(),
      await workbench.notifications.allInnerTexts(),
    );
  };

  it('adds', async () => {
    await workbench.openFile(draft);
    await workbench.runCommand('Changegate: Add Impact Assessment');
    await see();
    await workbench.pictures('add asked');
    await workbench.quickPicks.filter({ hasText: 'In a file' }).click();
    await workbench.tab('IMPACT-ASSESSMENT').waitFor();
    await sleep();
    await workbench.pictures('add assessment');
    console.log(await workbench.editorText());
    await workbench.openFile(draft);
    await workbench.runCommand('Changegate: Add Implementation Plan');
    await workbench.tab('IMPLEMENTATION-PLAN').waitFor();
    await sleep();
    await workbench.pictures('add plan');
    console.log(workbench.read('.vscode/settings.json'));
  });
  it('feedback', async () => {
    await workbench.openFile(proposed);
    await workbench.runCommand('Changegate: Record Feedback…');
    await see();
    await workbench.pictures('feedback who');
    await workbench.press('Enter');
    await see();
    await workbench.screenshot('feedback words');
    await workbench.type('The key of the staging system is missing');
    await workbench.press('Enter');
    await see();
    await workbench.screenshot('feedback back');
    await workbench.press('Enter');
    await sleep();
    await workbench.pictures('feedback written');
    await workbench.runCommand('Changegate: Compose Notice…');
    await see();
    await workbench.pictures('notice');
    await workbench.press('Enter');
    await sleep();
    await workbench.screenshot('notice copied');
    console.log(await workbench.page.evaluate('navigator.clipboard.readText()'));
    await workbench.runCommand('Changegate: Add Row to History…');
    await see();
    await workbench.pictures('history status');
    await workbench.press('Enter');
    await see();
    await workbench.screenshot('history words');
    await workbench.type('Numbers added');
    await workbench.press('Enter');
    await sleep();
    await workbench.screenshot('history done');
  });
  it('normalise', async () => {
    await workbench.openFile(drifted);
    await workbench.runCommand('Changegate: Normalise Record…');
    await sleep(3000);
    await workbench.pictures('normalise');
    console.log(await workbench.page.locator('.editor-actions .action-label').evaluateAll((all) => all.map((e) => e.getAttribute('aria-label'))));
  });
  it('rename', async () => {
    mkdirSync(join(workbench.folder, 'src'), { recursive: true });
    writeFileSync(join(workbench.folder, 'src/limits.ts'), '// CR-2026-02-09-001 raised it\nexport const limit = 50;\n');
    await workbench.openFile('src/limits.ts');
    await workbench.goTo(1, 8);
    await workbench.press('F12');
    await workbench.tab('CR-2026-02-09-001.md').waitFor();
    await workbench.screenshot('definition');
    await workbench.openFile(`${requests}/CR-2026-03-09-001.md`);
    await workbench.goTo(1, 25);
    await workbench.press('F2');
    await sleep();
    await workbench.screenshot('rename box');
    await workbench.page.keyboard.press('ControlOrMeta+a');
    await workbench.type('CR-2026-03-09-007');
    await workbench.press('Shift+Enter');
    await sleep(3000);
    await workbench.pictures('rename preview');
  });
  it('archive', async () => {
    await workbench.press('Escape');
    await workbench.showContainer('Changes');
    const entries = await workbench.contextMenu(workbench.treeRow('Show the courier'));
    console.log(await entries.allInnerTexts());
    await workbench.pictures('menu one');
    await entries.filter({ hasText: 'Archive Record' }).click();
    await sleep(3000);
    await workbench.pictures('archived');
    const again = await workbench.contextMenu(workbench.treeRow('Rotate the keys'));
    await again.filter({ hasText: 'Archive Record' }).click();
    await sleep(3000);
    await workbench.screenshot('archive asks');
    await workbench.press('Escape');
    await workbench.press('F1');
    await workbench.quickInput.fill('>Changegate');
    await see();
  });
  it('init', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'changegate-empty-'));
    const other = await Workbench.open({ folder });
    await other.showContainer('Changes');
    await other.page.waitForTimeout(2000);
    await other.pictures('empty view');
    await other.runCommand('Changegate: Initialize Governance…');
    await other.page.waitForTimeout(2000);
    await other.pictures('initialize');
    console.log(await other.quickPicks.allInnerTexts());
    await other.page.locator('.quick-input-list-entry-action-bar .action-label').nth(2).click({ force: true });
    await other.page.waitForTimeout(2000);
    await other.pictures('initialize shown');
    await other.page.locator('.quick-input-widget .quick-input-action a', { hasText: 'OK' }).click();
    await other.page.waitForTimeout(3000);
    await other.pictures('initialized');
    await other.close();
    assert.ok(true);
  });
});
