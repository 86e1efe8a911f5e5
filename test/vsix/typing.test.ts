import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfExamples } from '../../scripts/workspace.mjs';
import { sharedWorkbench } from './sharedWorkbench';
import type { Workbench } from './workbench';

const requests = 'docs/processes/change-requests';
const proposed = `${requests}/CR-2026-02-16-001.md`;
const inProgress = `${requests}/CR-2026-03-02-001.md`;

/** The sample workspace with a source file, notes and a policy. */
function workspace(): string {
  const folder = copyOfExamples();
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, '.changegate'));
  writeFileSync(join(folder, 'src/limits.py'), '# CR-2026-02-09-001 raised it\nlimit = 50\n');
  writeFileSync(join(folder, '.changegate/policy.yml'), 'version: 1\nrules:\n  CG201: warning\n');
  writeFileSync(join(folder, 'NOTES.md'), '# Notes\n\n');
  return folder;
}

describe('reading and writing records', () => {
  let workbench: Workbench;

  sharedWorkbench(
    () => ({ folder: workspace(), settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 } }),
    (opened) => void (workbench = opened),
  );

  /** Counted from one. */
  const lineOf = (path: string, words: string): number =>
    workbench
      .read(path)
      .split('\n')
      .findIndex((each) => each.includes(words)) + 1;
  const hoverAt = async (line: number, column: number, name: string): Promise<string> => {
    await workbench.goTo(line, column);
    const text = await workbench.hover();
    await workbench.pictures(`hover ${name}`);
    await workbench.press('Escape');
    return text;
  };
  /** The labels that are suggested, the first of them once it is the expected one. */
  const suggested = async (expected: string, name: string): Promise<string[]> => {
    await workbench.suggestion(expected).first().waitFor();
    await workbench.pictures(`suggest ${name}`);
    const labels = await workbench.suggestion().locator('.label-name').allInnerTexts();
    await workbench.press('Escape');
    return labels;
  };
  const clearValue = async (line: number, column: number): Promise<void> => {
    await workbench.goTo(line, column);
    await workbench.press('Shift+End', 'Delete', 'ControlOrMeta+Space');
  };

  it('tells of statuses, records and risks where the cursor is, with the score beside each risk', async () => {
    await workbench.openFile(inProgress);
    const status = await hoverAt(3, 16, 'status');
    assert.match(status, /Being implemented according to the plan\.\s+Next:\s+COMPLETED: 4 things are missing/);
    const record = await hoverAt(lineOf(inProgress, 'CR-2026-02-09-001: larger bodies'), 8, 'record');
    assert.match(record, /Raise the upload limit of label images to 50 MB[\s\S]*Steps: 88 of 88[\s\S]*Open/);
    const risk = await hoverAt(lineOf(inProgress, '**Probability**'), 22, 'risk');
    assert.match(risk, /Probability Medium \(2\) × impact Medium \(2\) = 4 MEDIUM/);
    await workbench.editor.locator('.view-line', { hasText: /webhook\stwice.*4\sMEDIUM/ }).waitFor();
    await workbench.lens('4 MEDIUM, the highest of 2 risks').waitFor();
  });

  it('goes by its lenses to the next open step and to the moves', async () => {
    await workbench.openFile(inProgress);
    await workbench.goTo(1);
    const next = lineOf(inProgress, 'Integrate with the delivery');
    await workbench.followLens('24/88 steps', (limit) => workbench.cursorIn(next, limit));
    await workbench.goTo(1);
    await workbench.followLens('IN_PROGRESS · Move to…', (limit) =>
      workbench.quickTitle.filter({ hasText: 'Move CR-2026-03-02-001' }).waitFor(limit),
    );
    await workbench.press('Escape');
  });

  it('goes from an ID in a source comment to the record, and tells of it there', async () => {
    await workbench.openFile('src/limits.py');
    assert.match(await hoverAt(1, 8, 'comment'), /Raise the upload limit of label images to 50 MB/);
    await workbench.press('F12');
    await workbench.tab('CR-2026-02-09-001.md').waitFor();
  });

  it('suggests statuses, the next ones first, and the options of a field', async () => {
    await workbench.openFile(proposed);
    await clearValue(3, 13);
    const statuses = await suggested('APPROVED', 'status');
    assert.deepEqual(statuses.slice(0, 5), ['APPROVED', 'REJECTED', 'DRAFT', 'CANCELLED', 'PROPOSED']);
    await workbench.undo();
    const draft = `${requests}/CR-2026-03-09-001.md`;
    await workbench.openFile(draft);
    await clearValue(lineOf(draft, '**Category**'), 15);
    assert.deepEqual((await suggested('SECURITY', 'category')).slice(0, 2), ['FEATURE', 'BUG']);
    await workbench.undo();
    await workbench.goTo(lineOf(draft, '- [ ] Other: '));
    await workbench.press('Home', 'Shift+End', 'Delete');
    await workbench.type('- [');
    await suggested('Other', 'box');
    await workbench.undo();
  });

  it('suggests the headings that are missing, and writes the whole section', async () => {
    await workbench.openFile(proposed);
    await workbench.press('ControlOrMeta+End', 'Enter');
    await workbench.type('## ');
    await workbench.press('ControlOrMeta+Space');
    await suggested('## Closure', 'section');
    await workbench.press('ControlOrMeta+Space');
    await workbench.suggestion('## Closure').first().waitFor();
    await workbench.press('Enter');
    await workbench.editor.locator('.view-line', { hasText: 'Monitored Until' }).waitFor();
  });

  it('suggests records by what is typed of them in any Markdown', async () => {
    await workbench.openFile('NOTES.md');
    await workbench.press('ControlOrMeta+End');
    await workbench.type('After CR-2026-02-0');
    const labels = await suggested('Raise the upload limit', 'record');
    assert.equal(labels[0], 'CR-2026-02-09-001');
    await workbench.press('ControlOrMeta+Space');
    await workbench.suggestion('Raise the upload limit').waitFor();
    await workbench.press('Enter');
    await workbench.editor.locator('.view-line', { hasText: 'After CR-2026-02-09-001' }).waitFor();
  });

  it('suggests rules and their severities in the policy', async () => {
    await workbench.openFile('.changegate/policy.yml');
    await workbench.press('ControlOrMeta+End');
    await workbench.type('  CG503');
    await suggested('overall-risk-too-low', 'rule');
    await workbench.press('ControlOrMeta+Space');
    await workbench.suggestion('overall-risk-too-low').waitFor();
    await workbench.press('Enter');
    assert.ok((await suggested('warning', 'severity')).includes('error'));
    assert.match(await hoverAt(3, 4, 'rule'), /CG201/);
  });
});
