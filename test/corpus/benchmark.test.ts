import { strict as assert } from 'node:assert';
import { recordFaults, requestFaults } from '../../bench/corpus/faults.mjs';
import { Random } from '../../bench/corpus/random.mjs';
import { corpora, corpusRecord, type Corpus, type File } from '../../bench/corpus/writeCorpus.mjs';
import { validate } from '../../src/core/actions/validate';
import type { ReportedFile, ValidateReport } from '../../src/core/actions/validateReport';
import { MemoryWorkspace } from '../rules/memoryWorkspace';
import { unpacked } from '../rules/unpacked';

const seed = 3;

/** The report over some records of a corpus. */
async function reportOf(corpus: Corpus, numbers: readonly number[]): Promise<ValidateReport> {
  return validated(numbers.flatMap((number) => corpusRecord(corpus, number, { seed }).files));
}

async function validated(files: readonly File[]): Promise<ValidateReport> {
  const encoder = new TextEncoder();
  const workspace = new MemoryWorkspace(
    new Map(files.map(({ path, text }) => [path, { bytes: encoder.encode(text) }])),
  );
  const result = await validate({ workspace, clock: { now: () => Date.UTC(2026, 2, 1) } });
  assert.equal(result.kind, 'report');
  return unpacked(result.report);
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function loud(files: readonly ReportedFile[]): string[] {
  return files.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ code, message }) => `${path} ${code} ${message}`),
  );
}

describe('the corpora of the benchmark', () => {
  let clean: ReturnType<typeof corpusRecord>[];

  before(() => {
    clean = upTo(300).map((number) => corpusRecord('clean', number, { seed }));
  });

  it('are the same for the same seed', () => {
    assert.deepEqual(corpusRecord('usual', 5, { seed }), corpusRecord('usual', 5, { seed }));
    assert.notDeepEqual(corpusRecord('usual', 5, { seed }), corpusRecord('usual', 5, { seed: seed + 1 }));
  });

  it('share no line of prose between two records', () => {
    const lines = (number: number): Set<string> =>
      new Set(
        corpusRecord('clean', number, { seed })
          .files.flatMap(({ text }) => text.split(/\r?\n/))
          .filter((line) => line.length > 60 && /[.]$/.test(line)),
      );
    const known = new Set<string>();
    for (const number of upTo(100)) {
      const own = lines(number);
      assert.deepEqual(
        [...own].filter((line) => known.has(line)),
        [],
      );
      for (const line of own) known.add(line);
    }
  });

  it('have nothing to find at warning or above in "clean"', async () => {
    const { files, summary } = await validated(clean.slice(0, 150).flatMap((each) => each.files));
    assert.equal(summary.records, 150);
    assert.deepEqual(loud(files), []);
  });

  it('have as many faults in "usual" and "contradictory" as they say, in change requests at least', () => {
    for (const corpus of ['usual', 'contradictory'] as const) {
      const { least, most } = corpora[corpus];
      for (const number of upTo(150)) {
        const { files, planted } = corpusRecord(corpus, number, { seed });
        assert.ok(planted.length <= most);
        assert.ok(planted.length >= (files[0]!.path.includes('/CR-') ? least : 2), `${corpus} ${String(number)}`);
      }
    }
  });

  it('have faults in them that are found', async () => {
    const numbers = upTo(100);
    const { files } = await reportOf('usual', numbers);
    const planted = numbers.flatMap((number) => corpusRecord('usual', number, { seed }).planted);
    // Two faults may hide each other: a field that is gone has no wrong answer. All that is missing is one finding.
    const found = files.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'hint'));
    assert.ok(found.length >= planted.length * 0.7, `${String(found.length)} of ${String(planted.length)}`);
  });

  for (const fault of [...requestFaults, ...recordFaults])
    it(`have ${fault.code} where "${fault.name}" is planted`, async () => {
      const planted = clean.flatMap(({ files: [file, ...others] }, number): File[] => {
        assert.ok(file);
        const id = /([^/]*)\.md$/.exec(file.path)?.[1] ?? '';
        if (id.startsWith('CR') !== requestFaults.includes(fault) || others.length > 0) return [];
        const text = fault.plant(file.text, { id, another: 'CR-2017-05-05-001', random: new Random(number) });
        return text === file.text ? [] : [{ ...file, text }];
      });
      const { files } = await validated(planted.slice(0, 2));
      assert.ok(planted.length > 0);
      // What is missing in a record that is over is information.
      assert.ok(files.some(({ findings }) => findings.some(({ code }) => code === fault.code)));
    });

  it('can be made long', () => {
    const [file] = corpusRecord('usual', 1, { seed, size: 200_000 }).files;
    assert.ok(file);
    assert.ok(file.text.length > 180_000 && file.text.length < 240_000, String(file.text.length));
  });
});

/** The time of this process for some work, in milliseconds; the least of some runs, which others disturbed least. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < 2; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return Math.min(...costs);
}

describe('the cost of a validation', function () {
  this.timeout(120_000);

  // What takes the square of its input would take 16 times as long.
  const most = 8;

  it('grows with the number of records and no faster', async () => {
    const files = upTo(120).flatMap((number) => corpusRecord('usual', number, { seed }).files);
    const share = files.slice(0, files.length / 4);
    const small = await costOf(() => validated(share));
    const large = await costOf(() => validated(files));
    assert.ok(large < small * most, `${String(large)} ms for four times what takes ${String(small)} ms`);
  });

  it('grows with the length of a record and no faster', async () => {
    const fiveTimes = async (size: number): Promise<void> => {
      const { files } = corpusRecord('usual', 1, { seed, size });
      for (let run = 0; run < 5; run++) await validated(files);
    };
    await fiveTimes(50_000);
    const small = await costOf(() => fiveTimes(100_000));
    const large = await costOf(() => fiveTimes(400_000));
    assert.ok(large < small * most, `${String(large)} ms for 400 KB, ${String(small)} ms for 100 KB`);
  });
});
