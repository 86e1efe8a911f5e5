import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { longestKey } from '../../../src/webview/protocol/guards';
import type { Block, FromOverview, OverviewSection, ToOverview } from '../../../src/webview/protocol/overview';
import {
  readFromOverview,
  readOverviewState,
  readOverviewWords,
  readToOverview,
} from '../../../src/webview/protocol/readOverview';
import { dayAfterKey } from '../../../src/webview/monthPart';

const choice = { choose: 'status:PROPOSED', isChosen: true };
const blocks: readonly Block[] = [
  { kind: 'text', text: '<img src=x onerror=alert(1)>' },
  { kind: 'headline', value: '2 days', what: 'median of 4 records' },
  { kind: 'figures', figures: [{ ...choice, label: 'open', value: '> 4', isAlert: false }] },
  { kind: 'chips', caption: 'Selection', chips: [{ ...choice, label: 'Proposed' }] },
  {
    kind: 'bars',
    caption: 'Status',
    bars: [{ ...choice, label: 'Draft', count: 4 }],
    empty: '',
    list: 'status',
    hidden: 0,
  },
  {
    kind: 'matrix',
    caption: 'Risk',
    probability: 'Probability',
    impact: 'Impact',
    levels: ['Low'],
    rows: [{ probability: 'Low', fields: [{ ...choice, band: '1 low', tone: 0, count: 0, label: 'none' }] }],
  },
  {
    kind: 'list',
    caption: 'Records',
    list: 'records',
    empty: 'None',
    hidden: 3,
    groups: [
      {
        title: '',
        note: '',
        entries: [{ key: 'a', title: 'A', detail: '', status: { text: 'Draft', look: 'draft' }, opens: 'a.md' }],
      },
    ],
  },
  {
    kind: 'picture',
    svg: '<svg/>',
    parts: [
      { part: 'a', choose: 'point:a' },
      { part: 'b', opens: 'a.md' },
    ],
  },
  {
    kind: 'month',
    caption: 'March 2026',
    weekdays: [{ short: 'Mo', long: 'Monday' }],
    weeks: [
      [
        {
          ...choice,
          day: '2026-03-02',
          number: 2,
          isInMonth: true,
          isToday: false,
          isFrozen: false,
          label: '2 March',
          marks: [{ letter: 'W', kind: 'window', lines: ['02:00 Window'], isConcern: false }],
        },
      ],
    ],
  },
  { kind: 'fold', fold: 'more', title: 'More', blocks: [{ kind: 'text', text: 'x' }] },
];
const section: OverviewSection = { id: 'status', title: 'Status', size: 'small', blocks };
const told: readonly ToOverview[] = [
  { type: 'message', text: 'Nothing', hint: '', acts: [{ act: 'request', label: 'New', sign: '+' }] },
  {
    type: 'show',
    asked: '{}',
    order: ['status'],
    changed: [section],
    announce: '3 records',
    head: {
      title: 'Dashboard',
      facts: '',
      notices: [{ text: 'The policy cannot be read.', act: { act: 'policy', label: 'Open' } }],
      selects: [{ select: 'folder', label: 'Folder', value: '', options: [{ value: '', label: 'All' }] }],
      acts: [],
    },
  },
];
const asked: readonly FromOverview[] = [
  { type: 'ready' },
  { type: 'open', record: 'docs/a.md' },
  { type: 'choose', choose: 'status:PROPOSED' },
  { type: 'select', select: 'folder', value: '' },
  { type: 'unfold', list: 'records' },
  { type: 'goTo', day: '2026-03-02' },
  { type: 'act', act: 'export' },
];

describe('the protocol of the dashboard and the calendar', () => {
  it('lets through what it knows, as it is', () => {
    for (const message of asked) assert.deepEqual(readFromOverview(message), message);
    for (const message of told) assert.deepEqual(readToOverview(message), message);
  });

  it('refuses what is unknown, incomplete, or more than it has to be', () => {
    const bad: unknown[] = [
      undefined,
      7,
      [],
      { type: 'delete' },
      { type: 'ready', more: 1 },
      { type: 'open' },
      { type: 'open', record: '' },
      { type: 'open', record: 'x'.repeat(longestKey + 1) },
      { type: 'choose', choose: { toString: () => 'x' } },
      { type: 'select', select: 'folder' },
      { type: 'select', select: 'folder', value: 'x'.repeat(longestKey + 1) },
      { type: 'goTo', day: '2026-3-2' },
      { type: 'goTo', day: '2026-03-02', open: true },
      { type: 'act', act: 7 },
    ];
    for (const message of bad) assert.equal(readFromOverview(message), undefined, JSON.stringify(message));
  });

  it('refuses to show what is not whole', () => {
    const [, show] = told;
    const without: unknown[] = blocks.flatMap((block) =>
      Object.keys(block).map((key) => Object.fromEntries(Object.entries(block).filter(([each]) => each !== key))),
    );
    for (const block of [...without, { kind: 'strange' }, 7])
      assert.equal(
        readToOverview({ ...show, changed: [{ ...section, blocks: [block] }] }),
        undefined,
        JSON.stringify(block),
      );
    for (const head of [{}, 7]) assert.equal(readToOverview({ ...show, head }), undefined);
    assert.equal(readToOverview({ ...show, order: 'status' }), undefined);
    assert.equal(readToOverview({ type: 'message', text: '', hint: '' }), undefined);
  });

  it('takes whatever comes without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readFromOverview(data);
        readToOverview(data);
        readOverviewState(data);
        readOverviewWords(data);
      }),
    );
  });

  it('remembers no more than it has to', () => {
    const state = { asked: '{}', scroll: 4, focus: 'a', open: ['b'] };
    assert.deepEqual(readOverviewState({ ...state, more: 1 }), state);
    for (const bad of [
      { ...state, asked: 'x'.repeat(5000) },
      { ...state, scroll: -1 },
      { ...state, open: [7] },
    ])
      assert.equal(readOverviewState(bad), undefined);
  });
});

describe('the keys in a month', () => {
  const keys: readonly (readonly [key: string, from: string, to: string | undefined])[] = [
    ['ArrowRight', '2026-02-28', '2026-03-01'],
    ['ArrowLeft', '2026-03-01', '2026-02-28'],
    ['ArrowUp', '2026-01-05', '2025-12-29'],
    ['ArrowDown', '2028-02-27', '2028-03-05'],
    ['Home', '2026-03-01', '2026-02-23'],
    ['End', '2026-03-02', '2026-03-08'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-31', '2027-01-31'],
    ['a', '2026-03-02', undefined],
  ];
  for (const [key, from, to] of keys)
    it(`${key} on ${from} leads to ${to ?? 'nothing'}`, () => {
      assert.equal(dayAfterKey(from, key), to);
    });
});
