import { strict as assert } from 'node:assert';
import { recordLenses, type RecordLens } from '../../../src/core/present/lenses';
import { changeRequest } from '../../../src/core/process/changeRequest';
import { lookOf } from '../../../src/core/process/statusLook';
import { shiftedPosition } from '../../../src/core/text/shiftedPosition';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { applyEdits } from '../../../src/core/text/textEdit';
import * as fc from 'fast-check';
import { chg, cr } from '../record/reading';

const head = (status: string, category = 'SECURITY'): string =>
  `# Change Request: CR-2026-02-09-001\n\n**Status**: ${status}\n\n## Basic Information\n\n**Category**: ${category}\n\n`;
const approval = (boxes: string, token: string, date: string): string =>
  `## Approval Status\n\n**Approved by**:\n${boxes}\n**Approval Token Received**: ${token}\n**Approval Date**: ${date}\n`;
const risks =
  '## Impact Assessment\n\n### 7. Risk Assessment\n\n**Identified Risks**:\n\n' +
  '1. **Risk**: Small\n   - **Probability**: Low\n   - **Impact**: High\n   - **Mitigation**: None\n' +
  '2. **Risk**: Big\n   - **Probability**: Medium\n   - **Impact**: High\n   - **Mitigation**: None\n';

/** Title, line from zero, and what a click does. */
function shown(text: string, problems = 0, read = cr): string[] {
  const lines = LineIndex.of(text);
  const target = ({ action }: RecordLens): string =>
    action.kind === 'go'
      ? `go to ${JSON.stringify(text.slice(action.span.start, action.span.end).slice(0, 30))}`
      : action.kind;
  return recordLenses(read(text), problems).map(
    (lens) => `${String(lines.lineAt(lens.span.start))}: ${lens.title} -> ${target(lens)}`,
  );
}

describe('the lenses of a record', () => {
  it('say its status and offer the moves, and say of a closed one that it is closed', () => {
    assert.deepEqual(shown(head('REJECTED')), ['0: REJECTED · Move to… -> move']);
    assert.deepEqual(shown(head('CANCELLED')), ['0: CANCELLED -> none']);
  });

  it('say that a status is missing or unknown', () => {
    assert.equal(shown('# Change Request: CR-2026-02-09-001\n')[0], '0: Status not recorded -> none');
    assert.equal(shown(head('NONSENSE'))[0], '0: Status unknown: "NONSENSE" -> go to "NONSENSE"');
  });

  it('count the answers of a draft and go to the next one', () => {
    const [, answers] = shown(head('DRAFT'));
    assert.match(answers ?? '', /^0: \d+ of \d+ required answers are missing -> go to /);
  });

  it('count the steps while they are being done, and not before', () => {
    const plan = '## Implementation Plan\n\n- [x] One\n- [ ] Two\n';
    assert.ok(shown(head('IN_PROGRESS') + plan).includes('0: 1/2 steps -> go to "[ ]"'));
    assert.ok(shown(head('APPROVED') + plan.replace('[ ]', '[x]')).includes('0: 2/2 steps -> none'));
    for (const status of ['PROPOSED', 'COMPLETED', 'CANCELLED'])
      assert.ok(!shown(head(status) + plan).some((each) => each.includes('steps')), status);
  });

  it('count the problems', () => {
    assert.ok(shown(head('CANCELLED'), 1).includes('0: 1 problem -> problems'));
    assert.ok(shown(head('CANCELLED'), 2).includes('0: 2 problems -> problems'));
  });

  it('tell the highest risk above the section of the risks', () => {
    const text = head('CANCELLED') + risks;
    const line = text.slice(0, text.indexOf('### 7.')).split('\n').length - 1;
    const [, risk] = shown(text);
    assert.match(risk ?? '', new RegExp(`^${String(line)}: 6 HIGH, the highest of 2 risks -> go to `));
    assert.equal(recordLenses(cr(text), 0).find(({ id }) => id === 'risk')?.tooltip, 'Go to "Big"');
    const single = shown(head('CANCELLED') + risks.slice(0, risks.indexOf('2. **Risk')));
    assert.match(single[1] ?? '', /: 3 MEDIUM, the only risk/);
  });

  it('tell what an approval lacks above its section, and go there', () => {
    const boxes = '- [x] Technical Lead: Dana Field (Date: 2026-02-10)\n- [ ] Security Team: ____ (Date: ____)\n';
    const text = head('PROPOSED') + approval(boxes, 'PENDING', 'YYYY-MM-DD');
    const line = text.slice(0, text.indexOf('## Approval')).split('\n').length - 1;
    const lens = shown(text).find((each) => each.includes('Security Team has'));
    assert.match(
      lens ?? '',
      new RegExp(
        `^${String(line)}: The Security Team has not approved it. The approval token is PENDING. The approval has no date. -> go to ".*Security Team`,
      ),
    );
  });

  it('tell of an approval only what is missing', () => {
    const boxes = '- [x] Technical Lead: Dana Field (Date: 2026-02-10)\n- [x] Security Team: Sam (Date: 2026-02-10)\n';
    const lens = (token: string, date = '2026-02-10', status = 'PROPOSED'): string | undefined =>
      recordLenses(cr(head(status) + approval(boxes, token, date)), 0).find(({ id }) => id === 'approval')?.title;
    assert.equal(lens('ATP'), undefined);
    assert.equal(lens('Yes'), 'The approval token says only "Yes".');
    assert.equal(lens('[ATP | Approved to Proceed | Yes/No]'), 'No approval token has been entered.');
    assert.equal(lens('ATP', 'YYYY-MM-DD', 'APPROVED'), 'The approval has no date.');
    assert.equal(lens('PENDING', 'YYYY-MM-DD', 'DRAFT'), undefined);
  });

  it('stand on the first line of a change record without a heading', () => {
    assert.match(shown('**Change ID**: CHG-20260209-001\n\n**Status**: PROPOSED\n', 0, chg)[0] ?? '', /^0: PROPOSED/);
  });

  it('have one of each kind at most', () => {
    const ids = recordLenses(cr(head('IN_PROGRESS') + risks + approval('', 'PENDING', '')), 3).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('a position', () => {
  it('moves with the text around it', () => {
    const words = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, fc.nat(40), fc.nat(40), fc.nat(40), (text, newText, a, b, c) => {
        // A place between the two halves of a line ending is none.
        const clean = (offset: number): number => {
          const inside = Math.min(offset, text.length);
          return text.charAt(inside) === '\n' && text.charAt(inside - 1) === '\r' ? inside - 1 : inside;
        };
        const [start = 0, end = 0] = [clean(a), clean(b)].sort((one, other) => one - other);
        const at = clean(c);
        fc.pre(at <= start || at >= end);
        fc.pre(!(at === start && at < end));
        const lines = LineIndex.of(text);
        const after = applyEdits(text, [{ span: { start, end }, newText: '' }]);
        const whole = after.slice(0, start) + newText + after.slice(start);
        const moved = at >= end ? at + newText.length - (end - start) : at;
        fc.pre(!(whole.charAt(moved) === '\n' && whole.charAt(moved - 1) === '\r'));
        fc.pre(!(whole.charAt(start) === '\n' && whole.charAt(start - 1) === '\r'));
        fc.pre(!(whole.charAt(start + newText.length) === '\n' && whole.charAt(start + newText.length - 1) === '\r'));
        assert.deepEqual(
          shiftedPosition(lines.positionAt(at), { range: lines.rangeOf({ start, end }), text: newText }),
          LineIndex.of(whole).positionAt(moved),
        );
      }),
    );
  });

  it('inside of what is replaced comes to its beginning', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 4, character: 0 } };
    assert.deepEqual(shiftedPosition({ line: 3, character: 5 }, { range, text: 'x\ny' }), { line: 1, character: 2 });
  });
});

describe('the look of a status', () => {
  it('has two letters of its own', () => {
    const { statuses } = changeRequest;
    const badges = statuses.map(({ id, role }) => lookOf(id, role).badge);
    assert.equal(new Set(badges).size, statuses.length);
    assert.ok(badges.every((badge) => badge.length === 2));
    assert.equal(lookOf('ON_HOLD', 'on-hold').badge, 'OH');
  });
});
