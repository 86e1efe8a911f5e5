import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { fixToFixpoint, safeEdits } from '../../../src/core/actions/applyFixes';
import { initialAnswers } from '../../../src/core/process/initialAnswers';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import { readRecord } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { endingOf } from '../../../src/core/lifecycle/standing';
import { lintRecord, type LintOptions } from '../../../src/core/rules/engine/lintRecord';
import { rules } from '../../../src/core/rules/engine/registry';
import { isChanging, milder, type Finding, type Fix, type Severity } from '../../../src/core/findings/finding';
import { applyFix, editsOf, pathAfter } from '../../rules/fixes';
import { anyText, changeRecordText, changeRequestText, processOf, type RecordText } from './recordTexts';

const runs = Number(process.env['CG_RUNS'] ?? 150);
const today = { year: 2026, month: 3, day: 1, minutes: undefined };
const options: LintOptions = {
  today,
  onRuleError: ({ code }, error) => {
    throw new Error(`${code} failed`, { cause: error });
  },
};
const records = fc.oneof(changeRequestText, changeRecordText);

function read(source: RecordText): ChangeRecord {
  return readRecord({ process: processOf(source), path: source.path, text: source.text });
}

function lint(source: RecordText): Finding[] {
  return lintRecord(read(source), options);
}

/** The record after a fix. */
function after(source: RecordText, fix: Fix): RecordText {
  return { ...source, path: pathAfter(source.path, fix), text: applyFix(source.path, source.text, fix) };
}

/** What a finding is, wherever it stands. */
function keyed({ code, message }: Finding): string {
  return `${code} ${message}`;
}

/** A finding with the edits of its fixes. */
function asData(finding: Finding) {
  return { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, change: editsOf(fix) })) };
}

/** Whether a finding is still there, at the place where it then stands, and offers the same fix again. */
function stays({ code, message, path, span }: Finding, fix: Fix, now: readonly Finding[]): boolean {
  const shift = editsOf(fix)
    .filter((each) => each.path === path && each.edit.span.end <= span.start)
    .reduce((sum, { edit }) => sum + edit.newText.length - (edit.span.end - edit.span.start), 0);
  const places = [span.start, span.start + shift];
  return now.some(
    (each) =>
      each.code === code &&
      each.message === message &&
      places.includes(each.span.start) &&
      each.fixes.some(({ title }) => title === fix.title),
  );
}

const ranks: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * Fixes that bring to light what could not be read before: what was hidden is then looked at, what was unreadable is
 * then compared, and the template that was inserted asks for its answers. Their findings were masked, not made.
 */
const revealing = new Set([
  'CG101', // The section that is inserted can be read, and compared.
  'CG105', // The fields that a separator had swallowed are fields again.
  'CG106', // So is everything behind the fence or comment.
  'CG107', // An option that is known is one that others can contradict.
  'CG110', // So is a choice that is a single one.
  'CG111', // And a group of boxes that makes sense.
  'CG112', // A day that can be read comes before or after others.
  'CG310', // A status that is known has something to owe.
]);

/** Fixes that move the record to another status: it then owes what that status asks for. */
const moving = /^(?:Set the status to|Move back to) /;

describe('the laws of findings', function () {
  this.timeout(120_000);

  it('no rule fails, whatever the text, and every place lies inside it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, changeRequestText, changeRecordText), (source) => {
        for (const { span, related, fixes, path } of lint(source)) {
          const places = [
            { path, span },
            ...related,
            ...fixes.flatMap((fix) =>
              isChanging(fix) ? editsOf(fix).map((each) => ({ path: each.path, span: each.edit.span })) : [fix.reveal],
            ),
          ];
          for (const place of places) {
            assert.equal(place.path, source.path);
            assert.ok(0 <= place.span.start && place.span.start <= place.span.end);
            assert.ok(place.span.end <= source.text.length);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('messages and titles are one line, end like a sentence and do not shout', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, records), (source) => {
        for (const { message, fixes } of lint(source)) {
          assert.match(message, /^(?:\p{Lu}|"|\d)[^\p{Cc}]*[.?]$/u);
          assert.ok(message.length < 600);
          for (const { title } of fixes) assert.match(title, /^\p{Lu}[^\p{Cc}]*[^.!\s]$/u);
        }
      }),
      { numRuns: runs },
    );
  });

  it('the policy says how grave a finding is, and that there is none', () => {
    const severity = fc.constantFrom<Severity | 'off'>('error', 'warning', 'information', 'hint', 'off');
    fc.assert(
      fc.property(records, fc.constantFrom(...rules), severity, fc.boolean(), (source, rule, wanted, byName) => {
        const severities = new Map([[byName ? rule.name : rule.code, wanted]]);
        const before = lint(source);
        const now = lintRecord(read(source), { ...options, severities });
        const mine = now.filter(({ code }) => code === rule.code);
        assert.equal(mine.length, wanted === 'off' ? 0 : before.filter(({ code }) => code === rule.code).length);
        const most =
          endingOf(read(source)) === 'open' || typeof rule.severity === 'string' ? undefined : rule.severity.over;
        const expected = most && wanted !== 'off' ? milder(wanted, most) : wanted;
        assert.ok(mine.every((finding) => finding.severity === expected));
        assert.deepEqual(
          now.filter(({ code }) => code !== rule.code).map(asData),
          before.filter(({ code }) => code !== rule.code).map(asData),
        );
      }),
      { numRuns: runs },
    );
  });

  it('findings come by place, each once', () => {
    fc.assert(
      fc.property(records, (source) => {
        const found = lint(source);
        const starts = found.map(({ span }) => span.start);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
        const keys = found.map((finding) => `${keyed(finding)} ${String(finding.span.start)}`);
        assert.equal(new Set(keys).size, keys.length);
      }),
      { numRuns: runs },
    );
  });
});

describe('the laws of fixes', function () {
  this.timeout(120_000);

  it('a fix removes its finding, or what of it is mended', () => {
    fc.assert(
      fc.property(records, (source) => {
        for (const finding of lint(source)) {
          for (const fix of finding.fixes) {
            if (!isChanging(fix)) continue;
            assert.ok(fix.change().steps.length > 0, `"${fix.title}" of ${keyed(finding)} changes nothing`);
            const now = lint(after(source, fix));
            assert.ok(!stays(finding, fix, now), `${keyed(finding)} stays after "${fix.title}"`);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('a fix adds no finding that is as grave as its own', () => {
    fc.assert(
      fc.property(records, (source) => {
        const before = lint(source);
        for (const finding of before) {
          if (revealing.has(finding.code)) continue;
          for (const fix of finding.fixes) {
            if (!isChanging(fix) || moving.test(fix.title)) continue;
            const added = lint(after(source, fix)).filter(
              (each) =>
                // That a form can now be told from another one was hidden before, not made.
                each.code !== 'CG116' &&
                ranks.indexOf(each.severity) >= ranks.indexOf(finding.severity) &&
                !before.some((known) => known.code === each.code),
            );
            assert.deepEqual(added.map(keyed), [], `after "${fix.title}" of ${keyed(finding)}`);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('a fix that moves the status claims no approval that is missing, and leaves nothing that does', () => {
    fc.assert(
      fc.property(records, (source) => {
        const before = lint(source);
        for (const finding of before) {
          for (const fix of finding.fixes.filter(({ title }) => moving.test(title))) {
            const added = lint(after(source, fix)).filter(
              (each) =>
                (['CG301', 'CG313', 'CG317'].includes(each.code) ||
                  (each.code === 'CG404' && each.message.includes('is ticked, but'))) &&
                !before.some((known) => known.code === each.code),
            );
            assert.deepEqual(added.map(keyed), [], `after "${fix.title}" of ${keyed(finding)}`);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('a fix keeps the line endings, and every line that it does not touch', () => {
    fc.assert(
      fc.property(records, (source) => {
        const eol = /\r\n|\r|\n/.exec(source.text)?.[0] ?? '\n';
        for (const { fixes } of lint(source)) {
          for (const fix of fixes) {
            const { text } = after(source, fix);
            const endings = new Set(text.match(/\r\n|\r|\n/g) ?? []);
            assert.deepEqual(
              [...endings].filter((each) => each !== eol),
              [],
            );
            const touched = editsOf(fix).map(({ edit }) => edit.span);
            const first = Math.min(...touched.map(({ start }) => start), source.text.length);
            const last = Math.max(...touched.map(({ end }) => end), 0);
            assert.ok(text.startsWith(source.text.slice(0, first)));
            if (touched.length > 0) assert.ok(text.endsWith(source.text.slice(last)));
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('safe fixes come to an end, and twice is once', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, records), (source) => {
        const once = fixToFixpoint(read(source), options);
        const again = { ...source, text: once };
        assert.equal(fixToFixpoint(read(again), options), once);
        assert.deepEqual(safeEdits(lint(again), source.path), []);
      }),
      { numRuns: runs },
    );
  });
});

describe('a new record', () => {
  const now = { year: 2026, month: 3, day: 1, minutes: 600 };
  const cases = [
    { kind: 'change-request' as const, id: 'CR-2026-03-01-001', parts: ['record'] as const },
    {
      kind: 'change-request' as const,
      id: 'CR-2026-03-01-001',
      parts: ['record', 'impact-assessment', 'implementation-plan'] as const,
    },
    { kind: 'change-record' as const, id: 'CHG-20260301-001', parts: ['record'] as const },
  ];
  for (const { kind, id, parts } of cases) {
    it(`of ${id} with ${parts.join(', ')} has one line of information and nothing else`, () => {
      const definition = processOf({ kind });
      const text = parts
        .map((part) => renderTemplate(definition, part, initialAnswers(definition, part, { id, now })).text)
        .join('\n---\n\n');
      const found = lintRecord(readRecord({ process: definition, path: `docs/${id}.md`, text }), options);
      assert.deepEqual(
        found.map(({ code, severity }) => [code, severity]),
        [['CG109', 'information']],
      );
    });
  }
});
