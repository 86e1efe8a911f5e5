import { strict as assert } from 'node:assert';
import { parse } from 'yaml';
import { textAfter } from '../../../../src/core/change/change';
import { changeRequest } from '../../../../src/core/process/changeRequest';
import { compileProcess } from '../../../../src/core/process/compileProcess';
import { isChanging } from '../../../../src/core/findings/finding';
import { lintRecord } from '../../../../src/core/rules/engine/lintRecord';
import { nameStatus } from '../../../../src/core/workspace/policy/nameStatus';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';
import { cr } from '../../record/reading';

const path = '.changegate/policy.yml';

function after(text: string | undefined, word = 'Greenlit'): string {
  return textAfter({ title: '', steps: nameStatus(text, 'change-request', 'APPROVED', word) }, path, text ?? '');
}

function aliases(text: string): readonly string[] {
  assert.ok(readPolicy(text).isReadable, text);
  const policy = parse(text) as {
    processes: { 'change-request': { statuses: { id: string; aliases: string[] }[] } };
  };
  return policy.processes['change-request'].statuses.find(({ id }) => id === 'APPROVED')?.aliases ?? [];
}

describe('another name of a status in the policy', () => {
  it('is written with the policy where there is none', () => {
    assert.deepEqual(aliases(after(undefined)), ['Greenlit']);
  });

  it('stands beside what the policy says already, which is kept', () => {
    for (const text of [
      'version: 1 # ours\nzone: Europe/Berlin\n',
      'version: 1 # ours\nprocesses:\n  change-request:\n    tokens: [Ship it]\n',
      'version: 1 # ours\nprocesses:\n  change-request:\n    statuses:\n      - id: REJECTED\n        aliases: [Nope]\n',
      'version: 1 # ours\nprocesses:\n  change-request:\n    statuses:\n      - id: APPROVED\n        aliases: [Yes please]\n',
    ]) {
      const written = after(text);
      assert.ok(aliases(written).includes('Greenlit'), written);
      assert.match(written, /# ours/);
      for (const word of text.match(/Berlin|Ship it|Nope|Yes please/g) ?? [])
        assert.ok(written.includes(word), written);
    }
  });

  it('is a fix of a status that nobody knows, where somebody is there to choose', () => {
    const record = cr('# Change Request: CR-2026-02-09-001\n\n**Status**: Greenlit\n');
    const today = { year: 2026, month: 3, day: 1, minutes: undefined };
    const [silent] = lintRecord(record, { today }).filter(({ code }) => code === 'CG310');
    assert.deepEqual([silent?.severity, silent?.fixes], ['information', []]);
    const [offered] = lintRecord(record, {
      today,
      nameStatus: (process, status, word) => nameStatus(undefined, process, status, word),
    }).filter(({ code }) => code === 'CG310');
    const fix = offered?.fixes.find(
      ({ title }) => title === 'Add "Greenlit" as another name of APPROVED to the policy',
    );
    assert.ok(fix && isChanging(fix));
    const [step] = fix.change().steps;
    assert.ok(step?.kind === 'create');
    assert.deepEqual(aliases(step.text), ['Greenlit']);
    assert.equal(compileProcess(changeRequest).status('Greenlit'), undefined);
  });
});
