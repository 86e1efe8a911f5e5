import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { acrossFacts } from '../../../../src/core/workspace/across/acrossFacts';
import { contestedBy, defaultPolicy } from '../../../../src/core/workspace/policy/policy';
import { cyclesOf } from '../../../../src/core/workspace/across/cycles';
import { Portfolio, type PortfolioRecord } from '../../../../src/core/workspace/across/portfolio';

const contested = contestedBy(defaultPolicy);

type Given = Partial<Omit<PortfolioRecord, 'links'>> & Partial<PortfolioRecord['links']>;

/** A proposed change request of some number, with what the test says of it. */
function record(number: number, given: Given = {}): PortfolioRecord {
  const { upstream = [], downstream = [], files = [], ...rest } = given;
  const id = idOf(number);
  return {
    path: `${id}.md`,
    id,
    title: null,
    status: 'PROPOSED',
    role: 'waiting',
    stage: 'proposed',
    final: false,
    givenUp: false,
    archived: false,
    created: '2026-02-09',
    links: { upstream, downstream, files },
    ...rest,
  };
}

function idOf(number: number): string {
  return `CR-2026-02-09-${String(number).padStart(3, '0')}`;
}

/** The facts of the first of some records, each in a few words. */
function factsOf(...records: readonly PortfolioRecord[]): string[] {
  const [first = assert.fail()] = records;
  return acrossFacts(first, new Portfolio(records), contested).map((fact) => {
    if (fact.kind === 'unknown') return `unknown ${fact.id}`;
    if (fact.kind === 'self') return `self ${fact.list}`;
    if (fact.kind === 'crowded') return `crowded ${fact.file} ${String(fact.count)}`;
    if (fact.kind === 'cycle') return `cycle ${fact.ids.join(' ')}`;
    return `${fact.kind} ${fact.other.id}${fact.kind === 'overlap' ? ` ${fact.files.join(' ')}` : ''}`;
  });
}

const inProgress = { status: 'IN_PROGRESS', stage: 'in-progress' } as const;
const completed = { status: 'COMPLETED', stage: 'completed', final: true } as const;
const cancelled = { status: 'CANCELLED', stage: 'draft', final: true, givenUp: true } as const;

describe('a record held against others', () => {
  it('shows nothing where all is well', () => {
    const upstream = record(2, { ...completed, downstream: [idOf(1)] });
    assert.deepEqual(factsOf(record(1, { ...inProgress, upstream: [idOf(2)] }), upstream), []);
  });

  it('shows what it names and nobody knows, in both lists', () => {
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(8)], downstream: [idOf(9)] })), [
      `unknown ${idOf(8)}`,
      `unknown ${idOf(9)}`,
    ]);
  });

  it('knows archived records', () => {
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(2)] }), record(2, { ...completed, archived: true })), []);
  });

  it('shows that it names itself', () => {
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(1)], downstream: [idOf(1)] })), [
      'self upstream',
      'self downstream',
    ]);
  });

  it('shows what was given up, as long as it is not finished itself', () => {
    const other = record(2, { ...cancelled });
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(2)] }), other), [`given-up ${idOf(2)}`]);
    assert.deepEqual(factsOf(record(1, { ...cancelled, upstream: [idOf(2)] }), other), []);
  });

  it('shows what had to be completed before it began', () => {
    const other = record(2, { ...inProgress, downstream: [idOf(1)] });
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(2)] }), other), []);
    assert.deepEqual(factsOf(record(1, { ...inProgress, upstream: [idOf(2)] }), other), [`not-completed ${idOf(2)}`]);
    assert.deepEqual(factsOf(record(1, { ...completed, upstream: [idOf(2)] }), other), [`not-completed ${idOf(2)}`]);
  });

  it('shows that the other one does not name it, while both are open', () => {
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(2)] }), record(2)), [`no-mirror ${idOf(2)}`]);
    assert.deepEqual(factsOf(record(1, { upstream: [idOf(2)] }), record(2, { ...completed })), []);
    assert.deepEqual(factsOf(record(1, { stage: 'draft', status: 'DRAFT', upstream: [idOf(2)] }), record(2)), []);
  });

  it('shows a cycle once, at the first of its records', () => {
    const [one, two, three] = [
      record(1, { upstream: [idOf(2)], downstream: [idOf(3)] }),
      record(2, { upstream: [idOf(3)], downstream: [idOf(1)] }),
      record(3, { upstream: [idOf(1)], downstream: [idOf(2)] }),
    ];
    assert.deepEqual(factsOf(one, two, three), [`cycle ${idOf(1)} ${idOf(2)} ${idOf(3)}`]);
    assert.deepEqual(factsOf(two, one, three), []);
  });

  it('shows files that another open record claims, one line for each other', () => {
    const one = record(1, { files: ['src/a.ts', 'src/b.ts', 'package.json', 'docs/x.md'] });
    const two = record(2, { files: ['src/b.ts', 'src/a.ts', 'package.json', 'docs/x.md'] });
    assert.deepEqual(factsOf(one, two), [`overlap ${idOf(2)} src/a.ts src/b.ts`]);
    assert.deepEqual(factsOf(one, record(2, { ...completed, files: ['src/a.ts'] })), []);
    assert.deepEqual(factsOf(one, record(2, { status: 'DRAFT', stage: 'draft', files: ['src/a.ts'] })), []);
  });

  it('shows a file once that a crowd of open records claims, however many they are', () => {
    const crowd = Array.from({ length: 2_000 }, (_, index) => record(index + 1, { files: ['src/a.ts'] }));
    assert.deepEqual(factsOf(...crowd), ['crowded src/a.ts 1999']);
    const portfolio = new Portfolio(crowd);
    const told = crowd.flatMap((each) => acrossFacts(each, portfolio, contested));
    assert.ok(JSON.stringify(told).length < crowd.length * 1_000);
  });

  it('shows no overlap of records of which one waits for the other', () => {
    const one = record(1, { files: ['src/a.ts'], upstream: [idOf(2)] });
    const two = record(2, { files: ['src/a.ts'], downstream: [idOf(1)] });
    assert.deepEqual(factsOf(one, two), []);
    assert.deepEqual(factsOf(two, one), []);
  });

  it('shows nothing in the archive', () => {
    assert.deepEqual(factsOf(record(1, { ...completed, archived: true, upstream: [idOf(9)] })), []);
  });

  it('shows that another branch gave its number to another record', () => {
    const one = record(1, { title: 'Raise the limit' });
    const twin = { title: 'Another change', created: '2026-02-10', branch: 'topic' };
    assert.deepEqual(factsOf(one, record(1, twin)), [`twin ${idOf(1)}`]);
    // Later versions of the same record, and what nobody can tell apart.
    assert.deepEqual(factsOf(one, record(1, { title: 'Raise the limits', branch: 'topic', ...completed })), []);
    assert.deepEqual(factsOf(one, record(1, { title: null, created: null, branch: 'topic' })), []);
  });

  it('counts records that only another branch has, and the others as they are here', () => {
    const one = record(1, { files: ['src/a.ts'], upstream: [idOf(2), idOf(3)] });
    const onTopic = { branch: 'topic', files: ['src/a.ts'] };
    const here = record(2, { downstream: [idOf(1)] });
    const there = record(3, { ...onTopic, downstream: [idOf(1)] });
    assert.deepEqual(factsOf(one, here, there, record(2, { ...onTopic, ...cancelled })), []);
    assert.deepEqual(factsOf(record(1, { files: ['src/a.ts'] }), record(4, onTopic)), [`overlap ${idOf(4)} src/a.ts`]);
  });

  it('sees an overlap from both sides', () => {
    const files = fc.subarray(['a/x.ts', 'a/y.ts', 'b/z.ts']);
    fc.assert(
      fc.property(fc.array(files, { minLength: 2, maxLength: 5 }), (claims) => {
        const records = claims.map((each, index) => record(index + 1, { files: each }));
        const portfolio = new Portfolio(records);
        const pairs = new Set(
          records.flatMap((each) =>
            acrossFacts(each, portfolio, contested).flatMap((fact) =>
              fact.kind === 'overlap' ? [`${each.id ?? ''} ${fact.other.id}`] : [],
            ),
          ),
        );
        for (const pair of pairs) assert.ok(pairs.has(pair.split(' ').reverse().join(' ')));
      }),
    );
  });
});

describe('cycles', () => {
  const arrows = (...given: readonly [string, string[]][]) => new Map(given);

  it('are found as the shortest way back, one for each knot', () => {
    const found = cyclesOf(
      arrows(['b', ['c']], ['c', ['a', 'd']], ['a', ['b']], ['d', ['c']], ['x', ['y']], ['y', ['x']], ['z', ['a']]),
    );
    assert.deepEqual(
      [...found],
      [
        ['a', ['a', 'b', 'c']],
        ['x', ['x', 'y']],
      ],
    );
  });

  it('are none in what leads to itself or to nothing', () => {
    assert.deepEqual([...cyclesOf(arrows(['a', ['a', 'nowhere']], ['b', ['a']]))], []);
  });

  it('are found in chains of any length', () => {
    const count = 50_000;
    const chain = new Map(
      Array.from({ length: count }, (_, at) => [
        `n${String(at).padStart(6, '0')}`,
        [`n${String((at + 1) % count).padStart(6, '0')}`],
      ]),
    );
    assert.equal([...cyclesOf(chain)][0]?.[1].length, count);
  });

  it('are ways that exist, and are there exactly where something leads back', () => {
    const node = fc.integer({ min: 0, max: 6 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, fc.uniqueArray(node, { maxLength: 3 })), { maxLength: 7 }), (given) => {
        const graph = new Map(given);
        const found = cyclesOf(graph);
        for (const [first, way] of found) {
          assert.equal(way[0], first);
          for (const [index, from] of way.entries())
            assert.ok(graph.get(from)?.includes(way[(index + 1) % way.length] ?? ''));
        }
        const reaches = (from: string, to: string): boolean => {
          const seen = new Set<string>();
          const open = [...(graph.get(from) ?? [])].filter((each) => each !== from);
          for (let next = open.pop(); next !== undefined; next = open.pop()) {
            if (next === to) return true;
            if (!seen.has(next)) open.push(...(graph.get(next) ?? []));
            seen.add(next);
          }
          return false;
        };
        assert.equal(
          found.size > 0,
          [...graph.keys()].some((each) => reaches(each, each)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
