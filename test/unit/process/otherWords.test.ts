import { strict as assert } from 'node:assert';
import { composeNotice } from '../../../src/core/actions/composeNotice';
import { transition } from '../../../src/core/actions/transition';
import { textAfter } from '../../../src/core/change/change';
import { hasLoop, loopPosition } from '../../../src/core/lifecycle/loopPosition';
import { movesOf } from '../../../src/core/lifecycle/moves';
import { explorer } from '../../../src/core/present/explorer';
import { recordLenses } from '../../../src/core/present/lenses';
import { measureRecord } from '../../../src/core/present/metrics/measureRecord';
import { recordPanelOf } from '../../../src/core/present/panel/recordPanelOf';
import { portfolioView } from '../../../src/core/present/portfolio';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readRecord } from '../../../src/core/record/readRecord';
import { linksOf, placedLinks } from '../../../src/core/record/recordLinks';
import type { ChangeRecord } from '../../../src/core/record/record';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { toPortfolio } from '../../../src/core/workspace/across/portfolio';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import type { RecordSummary } from '../../../src/core/workspace/recordSummary';
import { summarize } from '../../../src/core/workspace/summarize';
import { samples, today } from '../present/panel/samples';
import { inOtherWords, otherWord } from './otherWords';

const now = { ...today, minutes: 600 };

/** Both processes, each with the same in other words. */
const translations = new Map(builtInProcesses().map(({ id, source }) => [id, inOtherWords(source)]));

/** Front matter names its keys in English; what it says is read by them. */
const ours = samples.filter(({ document }) => document.scan.frontMatter === undefined);

/** The samples in the other words. */
const theirs: readonly ChangeRecord[] = ours.map((record) => {
  const { process, say } = translations.get(record.process.id) ?? assert.fail(record.process.id);
  const [own, ...companions] = record.documents.map(({ path, text }) => ({ path, text: say(text) }));
  return readRecord({ process, ...(own ?? assert.fail(record.path)), companions });
});

/**
 * Where two things first differ when their words do not matter, only numbers, places, the length of every word and the
 * order; undefined where they do not.
 */
function difference(own: unknown, other: unknown): string | undefined {
  const written = [own, other].map(
    (value) => JSON.stringify(value, (key, each: unknown) => (key === 'document' ? undefined : each)) ?? '',
  );
  const [before = '', after = ''] = written.map((text) => text.replace(/[A-Za-z]/g, 'x'));
  if (before === after) return undefined;
  let at = 0;
  while (before[at] === after[at]) at++;
  const [one, two] = written.map((text) => text.slice(Math.max(0, at - 80), at + 80));
  return `${one ?? ''}\n${two ?? ''}`;
}

function summariesOf(records: readonly ChangeRecord[]): RecordSummary[] {
  const processes = [...new Set(records.map(({ process }) => process))];
  return records.map((record) =>
    summarize(record, lintRecord(record, { today }), [], linksOf(placedLinks(record, processes))),
  );
}

/** The text of a record after each of its legal moves, with the status that it moves to. */
function movedTexts(record: ChangeRecord): readonly (readonly [status: string, text: string])[] {
  return movesOf(record).flatMap((move) => {
    if (move.kind !== 'legal') return [];
    const result = transition(record, move.target, { now, today, reason: '2026', insist: true });
    const text = result.kind === 'change' ? textAfter(result.change, record.path, record.document.text) : result.kind;
    return [[move.target.id, text] as const];
  });
}

describe('a process with other words for every status, role, label and section', () => {
  const pairs = ours.map((own, index) => [own, theirs[index] ?? assert.fail(own.path)] as const);

  it('knows each status by another name', () => {
    for (const [own, other] of pairs) {
      assert.equal(other.status?.value?.id, own.status?.value && otherWord(own.status.value.id), own.path);
    }
    assert.ok(pairs.some(([own]) => own.status?.value?.id === 'IN_PROGRESS'));
  });

  const views: Readonly<Record<string, (record: ChangeRecord) => unknown>> = {
    'finds the same': (record) =>
      lintRecord(record, { today }).map(({ code, severity, span, related }) => [code, severity, span, related]),
    'says the same': (record) => lintRecord(record, { today }).map(({ message, fixes }) => [message, fixes]),
    'allows the same moves, with the same guards': (record) =>
      movesOf(record).map((move) => [
        move.target.id,
        move.kind === 'legal' ? move.guards.map(({ message, place }) => [message, place.span]) : move.reason,
      ]),
    'stands at the same place of the loop': (record) => hasLoop(record) && loopPosition(record, today).here,
    'has the same lenses': (record) => recordLenses(record, 1),
    'asks and tells the same people': (record) => composeNotice(record).to,
    'writes the same notice': (record) => composeNotice(record),
    'measures the same': (record) => measureRecord(summarize(record, [], [])),
    'has the same panel': (record) =>
      recordPanelOf(record, {
        today,
        findings: lintRecord(record, { today }),
        links: placedLinks(record, [record.process]),
        others: [],
      }),
  };
  for (const [what, view] of Object.entries(views)) {
    it(what, () => {
      for (const [own, other] of pairs) assert.equal(difference(view(own), view(other)), undefined, own.path);
    });
  }

  it('writes the same text for every move, in its own words', () => {
    let count = 0;
    for (const [own, other] of pairs) {
      const [before, after] = [movedTexts(own), movedTexts(other)];
      assert.deepEqual(
        after.map(([status]) => status),
        before.map(([status]) => otherWord(status)),
        own.path,
      );
      for (const [index, [, text]] of before.entries())
        assert.equal(difference(text, after[index]?.[1]), undefined, own.path);
      count += before.length;
    }
    assert.ok(count > 20, String(count));
  });

  it('has the same explorer and the same dashboard', () => {
    const [own, other] = [summariesOf(ours), summariesOf(theirs)];
    for (const grouping of ['status', 'type', 'none'] as const)
      assert.equal(difference(explorer(own, grouping, today), explorer(other, grouping, today)), undefined);
    const overview = (records: readonly RecordSummary[], kept: readonly ChangeRecord[]): unknown =>
      portfolioView({
        records,
        processes: [...new Set(kept.map(({ process }) => process))],
        policy: defaultPolicy,
        now: Date.UTC(2026, 2, 12, 10),
      });
    assert.equal(difference(overview(own, ours), overview(other, theirs)), undefined);
    assert.deepEqual(
      other.map(toPortfolio).map(({ role }) => role),
      own.map(toPortfolio).map(({ role }) => role),
    );
  });
});
