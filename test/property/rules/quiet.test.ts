import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { suppressFinding } from '../../../src/core/actions/suppressFinding';
import { fixToFixpoint } from '../../../src/core/actions/applyFixes';
import { entriesFor, matchBaseline } from '../../../src/core/findings/baseline';
import { readBaseline } from '../../../src/core/findings/readBaseline';
import { baselineText } from '../../../src/core/findings/writeBaseline';
import { readRecord } from '../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../src/core/record/record';
import { checkRecord, lintRecord, type LintOptions } from '../../../src/core/rules/engine/lintRecord';
import type { Finding } from '../../../src/core/findings/finding';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { textAfter } from '../../../src/core/change/change';
import { changeRecordText, changeRequestText, processOf, type RecordText } from './recordTexts';

const runs = Number(process.env['CG_RUNS'] ?? 150);
const options: LintOptions = { today: { year: 2026, month: 3, day: 1, minutes: undefined }, fold: false };
const records = fc.oneof(changeRequestText, changeRecordText);

function read(source: RecordText, text = source.text): ChangeRecord {
  return readRecord({ process: processOf(source), path: source.path, text });
}

/** What is found on each line, without what is said of suppressions themselves. */
function byLine(text: string, findings: readonly Finding[]): Map<number, string[]> {
  const lines = LineIndex.of(text);
  const result = new Map<number, string[]>();
  for (const { code, message, span } of findings) {
    if (code === 'CG907' || code === 'CG908') continue;
    const line = lines.lineAt(span.start);
    result.set(line, [...(result.get(line) ?? []), `${code} ${message}`]);
  }
  return result;
}

describe('the laws of suppressions', function () {
  this.timeout(120_000);

  it('a comment behind a line hides nothing that stands on another one', () => {
    fc.assert(
      fc.property(records, fc.nat(), (source, choice) => {
        const before = lintRecord(read(source), options);
        const chosen = before[choice % Math.max(1, before.length)];
        const lines = LineIndex.of(source.text);
        if (!chosen) return;
        const line = lines.lineAt(chosen.span.start);
        const next = lines.starts[line + 1] ?? source.text.length;
        const end = source.text.slice(0, next).replace(/[\r\n]+$/, '').length;
        const written = `${source.text.slice(0, end)} <!-- changegate-disable-line ${chosen.code} we know -->${source.text.slice(end)}`;
        const { findings, suppressed } = checkRecord(read(source, written), options);
        assert.ok(suppressed.every(({ code }) => code === chosen.code));
        const shownBefore = byLine(source.text, before);
        const shown = byLine(written, [...findings, ...suppressed]);
        const hidden = byLine(written, suppressed);
        for (const at of hidden.keys()) assert.equal(at, line);
        // Where the comment is none (in a fence, in front matter), or changes how its line is read, it hides nothing.
        if (suppressed.length === 0) return;
        for (const [at, found] of shownBefore) {
          if (at !== line)
            for (const each of found) assert.ok(shown.get(at)?.includes(each) === true || !hidden.has(at));
        }
      }),
      { numRuns: runs },
    );
  });

  it('the one that is offered for a finding keeps that one quiet, changes no other, and says so', () => {
    fc.assert(
      fc.property(records, fc.nat(), (source, choice) => {
        const before = lintRecord(read(source), options);
        const chosen = before[choice % Math.max(1, before.length)];
        const offered = chosen && suppressFinding(chosen, read(source), options);
        if (!chosen || !offered) return;
        const text = textAfter(offered.change, source.path, source.text);
        const keyed = (findings: readonly Finding[]): string[] =>
          findings
            .filter(({ code }) => code !== 'CG908' && code !== chosen.code)
            .map(({ code, message }) => `${code} ${message}`)
            .sort();
        const after = checkRecord(read(source, text), options);
        assert.ok(after.suppressed.some(({ code, message }) => code === chosen.code && message === chosen.message));
        assert.deepEqual(keyed(after.findings), keyed(before));
        assert.equal(after.findings.filter(({ code }) => code === 'CG908').length, 1);
      }),
      { numRuns: runs },
    );
  });

  it('takes out a comment and what ends it, where both are the last lines', () => {
    const text = `# Change Request: CR-2026-02-09-001

**Status**: DRAFT
<!-- changegate-disable CG312 we know -->
<!-- changegate-enable CG312 we know -->`;
    const source: RecordText = { kind: 'change-request', path: 'docs/CR-2026-02-09-001.md', text };
    assert.equal(fixToFixpoint(read(source), options).includes('changegate-'), false);
  });

  it('any comments at any lines are read, never throw, and their safe fixes come to an end', () => {
    const words = fc.constantFrom('disable', 'enable', 'disable-line', 'disable-next-line', 'disable-nextline', 'x');
    const names = fc.constantFrom('CG301', 'CG101 CG107', 'status-form', 'CG3O1', 'CG907', '', 'because');
    const comment = fc.tuple(words, names, fc.nat()).map(([word, name, at]) => ({
      text: `<!-- changegate-${word} ${name} we know -->`,
      at,
    }));
    fc.assert(
      fc.property(records, fc.array(comment, { maxLength: 6 }), (source, comments) => {
        const lines = source.text.split('\n');
        for (const { text, at } of comments) lines.splice(at % (lines.length + 1), 0, text);
        const text = lines.join('\n');
        const fixed = fixToFixpoint(read(source, text), options);
        assert.equal(fixToFixpoint(read(source, fixed), options), fixed);
      }),
      { numRuns: runs },
    );
  });
});

describe('the laws of the baseline', function () {
  this.timeout(120_000);

  it('what was written into it is silent, and nothing of it is stale', () => {
    fc.assert(
      fc.property(records, (source) => {
        const record = read(source);
        const entries = entriesFor(lintRecord(record, options), record);
        const baseline = readBaseline('.changegate/baseline.json', baselineText(entries));
        const { findings, baselined, stale } = checkRecord(record, { ...options, baseline });
        assert.deepEqual(findings, []);
        assert.deepEqual(stale, []);
        assert.equal(
          baselined.reduce((sum, { stands = 1 }) => sum + stands, 0),
          entries.reduce((sum, { count }) => sum + count, 0),
        );
      }),
      { numRuns: runs },
    );
  });

  it('does not care where in the text a finding has gone', () => {
    fc.assert(
      fc.property(records, (source) => {
        // A text before front matter makes it none.
        fc.pre(!source.text.startsWith('---'));
        const record = read(source);
        const entries = entriesFor(lintRecord(record, options), record);
        const baseline = readBaseline('b.json', baselineText(entries));
        const moved = read(source, `<!-- a remark -->\n\n${source.text}`);
        const before = lintRecord(record, options).map(({ code, message }) => `${code} ${message}`);
        const same = lintRecord(moved, options).filter(({ code, message }) => before.includes(`${code} ${message}`));
        const { findings } = matchBaseline(same, moved, baseline);
        // A finding at the very beginning of a text has no words of its own to go by.
        assert.deepEqual(
          findings.filter(({ span }) => span.start > 20).map(({ code }) => code),
          [],
        );
      }),
      { numRuns: runs },
    );
  });
});
