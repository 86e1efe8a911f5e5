import { strict as assert } from 'node:assert';
import { branchName } from '../../../src/core/actions/branchName';
import { textAfter } from '../../../src/core/change/change';
import { transition, type TransitionFacts, type TransitionResult } from '../../../src/core/actions/transition';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { compileProcess } from '../../../src/core/process/compileProcess';
import { readRecord } from '../../../src/core/record/readRecord';
import { planSteps } from '../../../src/core/lifecycle/planSteps';
import type { CalendarDate } from '../../../src/core/text/calendarDate';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { chg, cr } from '../record/reading';
import { approved, draftChange, draftRequest, finished } from './completeRecords';

const day = (month: number, date: number, minutes?: number): CalendarDate => ({
  year: 2026,
  month,
  day: date,
  minutes,
});
const at = (month: number, date: number): Pick<TransitionFacts, 'now' | 'today'> => ({
  now: day(month, date, 14 * 60 + 5),
  today: day(month, date),
});
const usual = at(2, 10);

function move(record: ChangeRecord, to: string, facts: Partial<TransitionFacts> = {}): TransitionResult {
  const target = record.process.status(to) ?? assert.fail(to);
  return transition(record, target, { ...usual, ...facts });
}

/** The text after a move that must be possible. */
function moved(record: ChangeRecord, to: string, facts: Partial<TransitionFacts> = {}): string {
  const result = move(record, to, facts);
  if (result.kind !== 'change')
    assert.fail(JSON.stringify(result, (key, value: unknown) => (key === 'document' ? '…' : value)));
  return textAfter(result.change, record.path, record.document.text);
}

function guardsOf(result: TransitionResult): string[] {
  return result.kind === 'blocked' ? result.guards.map(({ message }) => message) : assert.fail(result.kind);
}

/** The lines that are new, and those that are gone. */
function diff(before: string, after: string): string[] {
  const [old, now] = [before.split(/\r\n|\n/), after.split(/\r\n|\n/)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe('moving by transitions of a policy', () => {
  it('has what the status means in the row of the history, where the process has no words for the move', () => {
    const onHold = {
      id: 'ON_HOLD',
      role: 'on-hold',
      meaning: 'Paused.',
      stage: 'draft',
      final: false,
      needsApproval: false,
    } as const;
    const process = compileProcess({
      ...changeRequest,
      statuses: [...changeRequest.statuses, onHold],
      transitions: [...changeRequest.transitions, { from: 'DRAFT', to: 'ON_HOLD' }],
    });
    const record = readRecord({ process, path: 'docs/CR-2026-02-09-001.md', text: draftRequest });
    assert.ok(moved(record, 'ON_HOLD').includes('\n| 2026-02-10 | ON_HOLD | Paused. |\n'));
  });
});

describe('moving a change request', () => {
  it('to PROPOSED writes status, Last Updated and a row of the history, and nothing else', () => {
    assert.deepEqual(diff(draftRequest, moved(cr(draftRequest), 'PROPOSED')), [
      '- **Status**: DRAFT',
      '- **Last Updated**: 2026-02-09 08:40:00 UTC',
      '+ **Status**: PROPOSED',
      '+ **Last Updated**: 2026-02-10 14:05:00 UTC',
      '+ | 2026-02-10 | PROPOSED | CR submitted for approval |',
    ]);
  });

  it('to PROPOSED is held up by every answer that is due, each with its place', () => {
    const text = draftRequest
      .replace('**Category**: FEATURE', '**Category**: [FEATURE | BUG]')
      .replace(/### Problem Statement\n.*\n/, '');
    const result = move(cr(text), 'PROPOSED');
    assert.deepEqual(guardsOf(result), ['Category is not answered.', 'Problem Statement is missing.']);
    const places = result.kind === 'blocked' ? result.guards.map(({ place }) => place) : [];
    assert.deepEqual(
      places.map(({ document, span }) => document.text.slice(span.start, span.end)),
      ['[FEATURE | BUG]', 'Description'],
    );
    assert.equal(move(cr(text), 'PROPOSED', { insist: true }).kind, 'change');
  });

  it('never comes to APPROVED without token, date and roles, anyone who insists', () => {
    const proposed = cr(moved(cr(draftRequest), 'PROPOSED'));
    for (const insist of [false, true]) {
      assert.deepEqual(guardsOf(move(proposed, 'APPROVED', { insist })), [
        'The Technical Lead has not approved it.',
        'The Product Owner has not approved it.',
        'No approval token has been entered.',
        'The approval has no date.',
      ]);
    }
    const dated = cr(approved(proposed.document.text, '2026-02-11').replace(': ATP', ': do not implement'));
    assert.deepEqual(guardsOf(move(dated, 'APPROVED', { ...at(2, 11), insist: true })), [
      '"do not implement" is no approval token.',
    ]);
  });

  it('to APPROVED writes no word into the approval', () => {
    const before = approved(moved(cr(draftRequest), 'PROPOSED'), '2026-02-11');
    assert.deepEqual(diff(before, moved(cr(before), 'APPROVED', at(2, 11))), [
      '- **Status**: PROPOSED',
      '- **Last Updated**: 2026-02-10 14:05:00 UTC',
      '+ **Status**: APPROVED',
      '+ **Last Updated**: 2026-02-11 14:05:00 UTC',
      '+ | 2026-02-11 | APPROVED | Approval received |',
    ]);
  });

  it('to IN_PROGRESS writes branch and start', () => {
    const before = approvedRequest();
    const after = moved(cr(before), 'IN_PROGRESS', { ...at(2, 12), branch: 'feat/REQ-118-upload-limit' });
    assert.deepEqual(diff(before, after).slice(-4), [
      '+ **Last Updated**: 2026-02-12 14:05:00 UTC',
      '+ **Branch**: feat/REQ-118-upload-limit',
      '+ **Implementation Start**: 2026-02-12',
      '+ | 2026-02-12 | IN_PROGRESS | Implementation started |',
    ]);
    assert.deepEqual(guardsOf(move(cr(before), 'IN_PROGRESS', at(2, 12))), ['Branch is not answered.']);
  });

  it('does not write over an answer, and says so where another one is given', () => {
    const before = approvedRequest()
      .replace(/(\*\*Branch\*\*: ).*/, '$1feat/one')
      .replace(/(\*\*Implementation Start\*\*: ).*/, '$12026-02-13');
    const after = moved(cr(before), 'IN_PROGRESS', at(2, 14));
    assert.match(after, /\*\*Branch\*\*: feat\/one\n/);
    assert.match(after, /\*\*Implementation Start\*\*: 2026-02-13\n/);
    assert.deepEqual(guardsOf(move(cr(before), 'IN_PROGRESS', { ...at(2, 14), branch: 'feat/two' })), [
      'Branch is "feat/one" already, and is not written over with "feat/two".',
    ]);
    const insisted = moved(cr(before), 'IN_PROGRESS', { ...at(2, 14), branch: 'feat/two', insist: true });
    assert.match(insisted, /\*\*Branch\*\*: feat\/one\n/);
  });

  it('to COMPLETED writes the deployment and the Closure, with the checklist that was gone through', () => {
    const before = finished(
      moved(cr(approvedRequest()), 'IN_PROGRESS', { ...at(2, 12), branch: 'feat/x' }),
      '2026-02-20',
    );
    const result = move(cr(before), 'COMPLETED', {
      ...at(2, 27),
      deployed: day(2, 24),
      checks: cr(before)
        .process.field('pre-merge-checklist')
        ?.options.map(({ value }) => value),
    });
    assert.equal(result.kind, 'change');
    const after = result.kind === 'change' ? textAfter(result.change, cr(before).path, before) : '';
    assert.match(after, /\*\*Deployed to Production\*\*: 2026-02-24\n/);
    assert.match(after, /\n## Closure\n/);
    assert.match(
      after,
      /\*\*Pre-Merge Checklist\*\*:\n- \[x\] All tests pass\n(?:- \[x\] .*\n){6}- \[x\] CI\/CD pipeline passes/,
    );
    const reveal = result.kind === 'change' ? result.change.reveal : undefined;
    assert.ok(reveal && after.slice(reveal.span.start, reveal.span.end).startsWith('YYYY-MM-DD'));
    const told = lintRecord(cr(after), { today: day(2, 27) }).filter(({ code }) => /^CG(?:3|404|602)/.test(code));
    assert.deepEqual(told, []);
  });

  it('to COMPLETED names the open steps and checks, and ticks those that are done', () => {
    const before = finished(
      moved(cr(approvedRequest()), 'IN_PROGRESS', { ...at(2, 12), branch: 'feat/x' }),
      '2026-02-20',
    )
      .replace('- [x] Verify SLOs are met', '- [ ] Verify SLOs are met')
      .replace('- [x] Deploy to staging', '- [ ] Deploy to staging');
    const facts = { ...at(2, 27), deployed: day(2, 24) };
    const [message = ''] = guardsOf(move(cr(before), 'COMPLETED', facts));
    assert.match(message, /^2 of \d+ steps are not ticked off, the first of them "Deploy to staging".$/);
    const done = planSteps(cr(before)).filter(({ checked }) => !checked);
    const [missing = ''] = guardsOf(move(cr(before), 'COMPLETED', { ...facts, done, checks: [] }));
    assert.equal(missing, '8 of 8 checks of the Pre-Merge Checklist do not hold, the first of them "All tests pass".');
    assert.doesNotMatch(
      moved(cr(before), 'COMPLETED', { ...facts, done }).split('## Closure')[0] ?? '',
      /- \[ \] (?:Verify SLOs|Deploy to staging)/,
    );
  });

  it('to COMPLETED is held up by a deployment before its own start', () => {
    const before = finished(
      moved(cr(approvedRequest()), 'IN_PROGRESS', { ...at(2, 12), branch: 'feat/x' }),
      '2026-02-20',
    );
    assert.deepEqual(guardsOf(move(cr(before), 'COMPLETED', { ...at(2, 27), deployed: day(2, 11) })), [
      'Deployed to Production is 2026-02-11, before Implementation End, which is 2026-02-20.',
    ]);
  });

  it('to REJECTED or CANCELLED asks why, and tells it in the history', () => {
    const proposed = moved(cr(draftRequest), 'PROPOSED');
    for (const [to, words] of [
      ['REJECTED', 'Too risky | before the\nfreeze <!-- x'],
      ['CANCELLED', 'Superseded'],
    ] as const) {
      assert.deepEqual(guardsOf(move(cr(proposed), to)), [`A reason is asked for to move to ${to}.`]);
      assert.deepEqual(guardsOf(move(cr(proposed), to, { reason: 'TBD' })), [
        `A reason is asked for to move to ${to}.`,
      ]);
      assert.equal(move(cr(proposed), to, { insist: true }).kind, 'change');
      assert.match(
        moved(cr(proposed), to, { reason: words }),
        to === 'REJECTED'
          ? /\| 2026-02-10 \| REJECTED \| Too risky \\\| before the freeze ‹!-- x \|/
          : /\| 2026-02-10 \| CANCELLED \| Superseded \|/,
      );
    }
  });

  it('back to PROPOSED needs a new approval before it goes on', () => {
    const running = moved(cr(approvedRequest()), 'IN_PROGRESS', { ...at(2, 12), branch: 'feat/x' });
    const back = moved(cr(running), 'PROPOSED', { ...at(2, 18), reason: 'Two more endpoints' });
    assert.match(back, /\| 2026-02-18 \| PROPOSED \| Two more endpoints \|/);
    assert.deepEqual(guardsOf(move(cr(back), 'APPROVED', { ...at(2, 19), insist: true })), [
      'The approval of 2026-02-11 is from before the record was proposed again on 2026-02-18.',
    ]);
    const again = moved(cr(approved(back, '2026-02-20')), 'APPROVED', at(2, 20));
    const goesOn = moved(cr(again), 'IN_PROGRESS', at(2, 20));
    assert.match(goesOn, /\*\*Implementation Start\*\*: 2026-02-12\n/);
    const told = lintRecord(cr(goesOn), { today: day(2, 20) }).filter(({ code }) => /^CG(?:3|404)/.test(code));
    assert.deepEqual(told, []);
  });

  it('says in one sentence why a move is none', () => {
    const reason = (text: string, to: string): string => {
      const result = move(cr(text), to);
      return result.kind === 'illegal' ? result.reason : assert.fail(result.kind);
    };
    assert.equal(reason(draftRequest, 'APPROVED'), 'DRAFT leads to PROPOSED and CANCELLED, not to APPROVED.');
    assert.equal(reason(draftRequest, 'DRAFT'), 'The record is DRAFT already.');
    assert.equal(
      reason(draftRequest.replace(': DRAFT', ': CANCELLED'), 'DRAFT'),
      'CANCELLED is final: what goes on from here is a new change request.',
    );
    assert.equal(
      reason(draftRequest.replace(': DRAFT', ': WIP'), 'COMPLETED'),
      'The status "WIP" is unknown: a record without a status leads to PROPOSED and CANCELLED, not to COMPLETED.',
    );
  });
});

describe('the form that stands there', () => {
  const to = (text: string, facts: Partial<TransitionFacts> = {}): string =>
    moved(cr(text), 'CANCELLED', { reason: 'Superseded', ...facts });
  const headed = (lines: string): string => `# Change Request: CR-2026-02-09-001\n\n${lines}\n`;
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['a list item', '- **Status:** Draft', '- **Status:** CANCELLED'],
    ['emphasis', '**Status**: **DRAFT**', '**Status**: **CANCELLED**'],
    ['a remark of the status before', '**Status**: DRAFT (waiting for numbers)', '**Status**: CANCELLED'],
    ['the list of the template', '**Status**: [DRAFT | PROPOSED | CANCELLED]', '**Status**: CANCELLED'],
    ['an empty field', '**Status**:', '**Status**: CANCELLED'],
    ['a heading', '## Status\n\nDraft', '## Status\n\nCANCELLED'],
    ['an empty heading', '## Status', '## Status\n\nCANCELLED'],
    [
      'a table',
      '| Field | Value |\n|---|---|\n| Status | Draft |',
      '| Field | Value |\n|---|---|\n| Status | CANCELLED |',
    ],
    [
      'an empty cell',
      '| Field | Value |\n|---|---|\n| Status | |',
      '| Field | Value |\n|---|---|\n| Status | CANCELLED |',
    ],
    [
      'boxes',
      '**Status**:\n- [x] DRAFT\n- [ ] PROPOSED\n- [ ] CANCELLED',
      '**Status**:\n- [ ] DRAFT\n- [ ] PROPOSED\n- [x] CANCELLED',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(`of the status is kept: ${what}`, () => {
      assert.ok(to(headed(before)).startsWith(headed(after).trimEnd()), to(headed(before)));
    });
  }

  it('of a status in front matter is kept, and front matter goes with the body', () => {
    assert.match(to(`---\nstatus: draft\n---\n${headed('x')}`), /^---\nstatus: CANCELLED\n---\n/);
    assert.match(to(`---\nstatus: "draft"\n---\n${headed('x')}`), /^---\nstatus: "CANCELLED"\n---\n/);
    assert.match(
      to(`---\nstatus: DRAFT\n---\n${headed('**Status**: DRAFT')}`),
      /^---\nstatus: CANCELLED\n---\n[\s\S]*\*\*Status\*\*: CANCELLED\n/,
    );
  });

  const dates: readonly (readonly [before: string, after: string])[] = [
    ['2026-02-09 08:40:00 UTC', '2026-02-10 14:05:00 UTC'],
    ['2026-02-09', '2026-02-10'],
    ['2026-02-09T08:40Z', '2026-02-10T14:05Z'],
    ['2026-02-09 08:40 UTC (by Ana)', '2026-02-10 14:05 UTC (by Ana)'],
    ['2026/02/09', '2026-02-10'],
    ['YYYY-MM-DD HH:MM:SS UTC', '2026-02-10 14:05:00 UTC'],
    ['2026-03-01', '2026-03-01'],
    ['last week', 'last week'],
  ];
  for (const [before, after] of dates) {
    it(`of Last Updated is kept: ${before}`, () => {
      const text = to(headed(`**Status**: DRAFT\n\n**Last Updated**: ${before}`));
      assert.ok(text.includes(`**Last Updated**: ${after}\n`), text);
    });
  }

  it('of the line endings is kept, also in what is inserted', () => {
    const text = to(headed('**Status**: DRAFT\n**Created**: 2026-02-09').replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(text, /\*\*Last Updated\*\*: 2026-02-10 14:05:00 UTC\r\n/);
    assert.match(text, /\| 2026-02-10 \| CANCELLED \| Superseded \|/);
  });

  it('gives a record without a status its first one', () => {
    const text = moved(cr(headed('**Created**: 2026-02-09')), 'DRAFT');
    assert.match(text, /\*\*Status\*\*: DRAFT/);
    assert.match(
      moved(chg(draftChange('Normal').replace('**Status**: DRAFT\n', '')), 'PROPOSED'),
      /\*\*Date\*\*: 2026-02-09\n\*\*Status\*\*: PROPOSED\n/,
    );
  });

  it('is not there where an open fence hides the end: nothing is lost silently', () => {
    const result = move(cr(headed('**Status**: DRAFT\n\n```\nopen')), 'CANCELLED', { reason: 'Superseded' });
    assert.equal(result.kind, 'illegal');
  });
});

describe('moving a change record', () => {
  it('writes the status alone where it keeps no history', () => {
    const before = draftChange('Normal');
    assert.deepEqual(diff(before, moved(chg(before), 'PROPOSED')), ['- **Status**: DRAFT', '+ **Status**: PROPOSED']);
  });

  it('tells a reason all the same', () => {
    const text = moved(chg(draftChange('Normal')), 'CANCELLED', { reason: 'Not needed any more' });
    assert.match(
      text,
      /\n## History\n\n\| Date \| Status \| Notes \|\n\|.*\|\n\| 2026-02-10 \| CANCELLED \| Not needed any more \|/,
    );
    assert.equal(chg(text).history.length, 1);
  });

  it('of a normal change needs approver and date; of a standard one nobody', () => {
    const proposed = moved(chg(draftChange('Normal')), 'PROPOSED');
    assert.deepEqual(guardsOf(move(chg(proposed), 'APPROVED', { insist: true })), [
      'No approver is recorded.',
      'The approval has no date.',
    ]);
    assert.equal(
      (move(chg(proposed), 'IN_PROGRESS') as { reason?: string }).reason,
      'PROPOSED moves to IN_PROGRESS only where Type is standard or emergency; here it is normal.',
    );
    const named = proposed.replace(
      'PROPOSED\n',
      'PROPOSED\n**Approver**: Lena Holt (Engineering Manager)\n**Approved**: 2026-02-10\n',
    );
    assert.match(moved(chg(named), 'APPROVED'), /\*\*Status\*\*: APPROVED/);
    assert.match(moved(chg(moved(chg(draftChange('Standard')), 'PROPOSED')), 'IN_PROGRESS'), /IN_PROGRESS/);
  });

  it('of an emergency may start at once', () => {
    assert.match(moved(chg(draftChange('Emergency')), 'IN_PROGRESS'), /\*\*Status\*\*: IN_PROGRESS/);
  });

  it('to COMPLETED writes when it was implemented, in a field of ours where there is none', () => {
    const running = moved(chg(draftChange('Emergency')), 'IN_PROGRESS').replaceAll('[ ]', '[x]');
    assert.deepEqual(guardsOf(move(chg(running), 'COMPLETED')), ['Implemented is missing.']);
    const text = moved(chg(running), 'COMPLETED', { deployed: day(2, 10, 6 * 60) });
    assert.match(text, /\*\*Status\*\*: COMPLETED\n\*\*Implemented\*\*: 2026-02-10 06:00:00 UTC\n/);
  });
});

describe('the name of a branch', () => {
  const named = (changes: readonly (readonly [string, string])[]): string | undefined =>
    branchName(cr(changes.reduce((text, [from, to]) => text.replace(from, to), draftRequest)));
  const upstream = '- None';

  it('carries the requirement or issue, else the ID', () => {
    assert.equal(named([]), 'feat/CR-2026-02-09-001-raise-the-upload-limit-of-label-images');
    assert.equal(named([[upstream, '- REQ-118: Larger scans']]), 'feat/REQ-118-raise-the-upload-limit-of-label-images');
    assert.equal(
      named([
        [upstream, '- Issue #42'],
        [': FEATURE', ': BUG'],
      ]),
      'fix/Issue-42-raise-the-upload-limit-of-label-images',
    );
  });

  it('is a name that git takes, whatever the title', () => {
    const titled = (title: string): string | undefined =>
      named([['Raise the upload limit of label images to 50 MB', title]]);
    assert.equal(titled('Überläufe: ../x.lock @{1} ~^'), 'feat/CR-2026-02-09-001-uberlaufe-x-lock-1');
    assert.equal(titled('上限を上げる'), 'feat/CR-2026-02-09-001-上限を上げる');
    assert.equal(titled('***'), 'feat/CR-2026-02-09-001');
  });

  it('is none where the process names no branches', () => {
    assert.equal(branchName(chg(draftChange('Normal'))), undefined);
  });
});

function approvedRequest(): string {
  return moved(cr(approved(moved(cr(draftRequest), 'PROPOSED'), '2026-02-11')), 'APPROVED', at(2, 11));
}
