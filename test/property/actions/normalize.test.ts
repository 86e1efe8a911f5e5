import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { textAfter, type Change } from '../../../src/core/change/change';
import { normalize, type Normalized } from '../../../src/core/actions/normalize';
import { placeholders } from '../../../src/core/process/placeholder';
import type { ChangeRecord } from '../../../src/core/record/record';
import { readRecord } from '../../../src/core/record/readRecord';
import { lintRecord, type LintOptions } from '../../../src/core/rules/engine/lintRecord';
import {
  anyText,
  changeRecordText,
  changeRequestText,
  driftedText,
  processOf,
  type RecordText,
} from '../rules/recordTexts';
import { editsOf } from '../../rules/fixes';
import { recordedApproval } from '../../../src/core/approval/approvalOf';

const runs = Number(process.env['CG_RUNS'] ?? 40);
const options: LintOptions = {
  today: { year: 2026, month: 3, day: 1, minutes: undefined },
  onRuleError: ({ code }, error) => {
    throw new Error(`${code} failed`, { cause: error });
  },
};
const records = fc.oneof({ arbitrary: driftedText, weight: 4 }, changeRequestText, changeRecordText, anyText);

function read(source: RecordText): ChangeRecord {
  return readRecord({ process: processOf(source), path: source.path, text: source.text });
}

/** The text after normalizing; itself if nothing is to be done. */
function after(source: RecordText, result: Normalized = normalize(read(source), options)): string {
  return result.kind === 'change' ? textAfter(result.change, source.path, source.text) : source.text;
}

/** How often each word occurs: runs of letters and digits, without case. */
function words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * What says nothing of its own, and may be written in other words: a day in another form; the placeholders of the template;
 * the number and the abbreviation of a heading; the head of a table of fields; a key of the front matter, which is a
 * label of the body then.
 */
function withoutForm(text: string): string {
  let kept = text
    .replace(/9 February 2026|2026\/02\/13|2026-2-9|09\.02\.2026/gi, ' ')
    .replace(/^(#{1,6} )\d+[.)] ?/gm, '$1')
    .replace(/^(#{1,6} .*)\((?:IA|ia)\)/gm, '$1')
    .replace(/^- ?\d+\) /gm, ' ')
    .replace(/^\| Field \| Value \|/gm, ' ')
    .replace(/^(?:title|requestor|created|priority|status):/gm, ' ');
  for (const { start, end } of placeholders(kept).reverse()) kept = kept.slice(0, start) + kept.slice(end);
  return kept;
}

/** What the reader makes of a record, as far as a change of form must leave it alone. */
function reading(record: ChangeRecord) {
  const { status, stage, priority, type, approval, history, risks, progress, headingId, title, parts } = record;
  return {
    status: status?.value?.id,
    stage,
    priority,
    type,
    title: title?.filled === true ? title.text : undefined,
    id: headingId?.text,
    approval: {
      state: recordedApproval(record).state,
      gaps: recordedApproval(record).gaps.map(({ kind, ...gap }) => [
        kind,
        'roles' in gap && gap.roles.map(({ id }) => id),
      ]),
      token: approval.token?.kind,
      date: approval.date?.date,
      roles: approval.roles.map(({ place, role, name, state, date }) => [place, role?.id, name, state, date]),
    },
    history: history.map((row) => [row.status.value?.id, row.notes.text]),
    risks: risks.map(({ description, probability, impact }) => [description.text, probability?.value, impact?.value]),
    progress,
    parts: parts.map(({ id, present }) => [id, present]),
  };
}

/** The answers of a record; a title may come from the H1, and the matrix from the list of risks. */
function answers({ answers: all }: ChangeRecord): Map<string, string> {
  return new Map(
    all
      .filter(({ filled, field }) => filled && !['title', 'risk-matrix', 'history', 'status'].includes(field.key))
      .map(({ field, chosen, text }) => [
        field.key,
        chosen.length > 0
          ? chosen
              .map(({ option, text: said }) => option?.value ?? said)
              .sort()
              .join(' | ')
          : field.answer.startsWith('date')
            ? 'a day'
            : text.replace(/[\s*_:]+/g, ' ').trim(),
      ]),
  );
}

describe('normalizing', function () {
  this.timeout(240_000);

  it('changes a text, or says that there is nothing to change', () => {
    fc.assert(
      fc.property(records, (source) => {
        const result = normalize(read(source), options);
        if (result.kind === 'change') assert.notEqual(after(source, result), source.text);
      }),
      { numRuns: runs },
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(records, (source) => {
        const once = after(source);
        assert.equal(after({ ...source, text: once }), once);
      }),
      { numRuns: runs },
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(records, (source) => {
        const now = words(after(source));
        const lost = [...words(withoutForm(source.text))].filter(([word, count]) => (now.get(word) ?? 0) < count);
        assert.deepEqual(lost, []);
      }),
      { numRuns: runs },
    );
  });

  it('leaves what the record says as it is, and its approval above all', () => {
    fc.assert(
      fc.property(records, (source) => {
        const before = read(source);
        const now = read({ ...source, text: after(source) });
        assert.deepEqual(reading(now), reading(before));
        assert.deepEqual(answers(now), answers(before));
      }),
      { numRuns: runs },
    );
  });

  it('adds no finding', () => {
    fc.assert(
      fc.property(records, (source) => {
        const count = (text: string): Map<string, number> => {
          const counts = new Map<string, number>();
          for (const { code } of lintRecord(read({ ...source, text }), options))
            counts.set(code, (counts.get(code) ?? 0) + 1);
          return counts;
        };
        const before = count(source.text);
        const added = [...count(after(source))].filter(([code, now]) => now > (before.get(code) ?? 0));
        assert.deepEqual(added, []);
      }),
      { numRuns: runs },
    );
  });

  it('keeps the line endings, and the empty lines at both ends', () => {
    fc.assert(
      fc.property(records, (source) => {
        const now = after(source);
        const endings = (text: string): string[] => [...new Set(text.match(/\r\n|\r|\n/g))];
        if (endings(source.text).length > 0) {
          assert.deepEqual(
            endings(now).filter((each) => !endings(source.text).includes(each)),
            [],
          );
        }
        assert.equal(/\s*$/.exec(now)?.[0], /\s*$/.exec(source.text)?.[0]);
      }),
      { numRuns: runs },
    );
  });

  it('is offered by CG116 exactly where it changes something, and the fix is what it does', () => {
    fc.assert(
      fc.property(records, (source) => {
        const result = normalize(read(source), options);
        const [hint, ...others] = lintRecord(read(source), options).filter(({ code }) => code === 'CG116');
        assert.deepEqual(others, []);
        // A file without a record in it is looked at no further.
        if (lintRecord(read(source), options).some(({ code }) => code === 'CG903')) return;
        const change = result.kind === 'change' ? result.change : undefined;
        // Where it is the form of the status alone, CG312 tells it already.
        if (!hint && change && isOfStatusAlone(source, change)) {
          assert.ok(lintRecord(read(source), options).some(({ code }) => code === 'CG312'));
          return;
        }
        assert.equal(hint !== undefined, result.kind === 'change');
        if (result.kind !== 'change') return;
        assert.deepEqual(
          hint?.fixes.flatMap(editsOf).map(({ edit }) => edit),
          result.change.steps.flatMap((step) => (step.kind === 'edit' ? step.edits : [])),
        );
      }),
      { numRuns: runs },
    );
  });
});

/** Whether a change leaves every line as it is but the one that has the status. */
function isOfStatusAlone(source: RecordText, change: Change): boolean {
  const { status, document } = read(source);
  const [before = [], after = []] = [source.text, textAfter(change, source.path, source.text)].map((each) =>
    each.split(/\r\n|\r|\n/),
  );
  const changed = before.flatMap((line, index) => (line === after[index] ? [] : [index]));
  const line = status && document.scan.lines.positionAt(status.span.start).line;
  return before.length === after.length && changed.length === 1 && changed[0] === line;
}
