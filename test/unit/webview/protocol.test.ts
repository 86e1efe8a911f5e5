import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { opener, sealer } from '../../../src/webview/protocol/envelope';
import { longestKey } from '../../../src/webview/protocol/guards';
import {
  readState,
  readToHost,
  readToPage,
  readWords,
  type PanelSection,
  type ToHost,
  type ToPage,
} from '../../../src/webview/protocol/recordPanel';

const channel = '0123456789abcdef';
const asked: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'reveal', place: 'risk.list.1.The import doubles shipments' },
  { type: 'move' },
  { type: 'move', to: 'APPROVED' },
  { type: 'setRisk', risk: 'risk.list.1.x', probability: 1, impact: 3 },
];
const section: PanelSection = {
  id: 'risk',
  title: 'Risk',
  column: 'second',
  lines: [{ text: '<img src=x onerror=alert(1)>', tone: 'bad', place: 'p' }],
  facts: [{ label: 'Accepted', value: { text: 'MEDIUM' } }],
  pictures: [{ svg: '<svg/>', parts: [{ part: 'cell-1-1', cell: { probability: 1, impact: 1 } }] }],
  tables: [{ caption: 'Risks', columns: ['Risk'], rows: [[{ text: 'One', place: 'p' }]] }],
  risks: {
    levels: [{ name: 'Low', value: 1 }],
    risks: [{ key: 'k', number: 1, name: 'One', place: 'p', probability: 1, impact: 0 }],
  },
};
const told: readonly ToPage[] = [
  { type: 'message', kind: 'empty', text: 'Nothing', hint: '' },
  { type: 'show', uri: 'file:///a.md', order: ['risk'], changed: [section], announce: 'Status: Proposed' },
  {
    type: 'show',
    uri: 'file:///a.md',
    order: [],
    changed: [],
    head: {
      id: 'CR-2026-02-09-001',
      title: { text: 'A title', place: 'title' },
      status: { text: 'Proposed' },
      look: 'proposed',
      facts: [],
      action: { to: 'APPROVED', label: 'Move to Approved', open: [{ text: 'Something is missing.' }] },
      others: [],
    },
  },
];

describe('the protocol of the panel', () => {
  it('lets through what it knows, as it is', () => {
    for (const message of asked) assert.deepEqual(readToHost(message), message);
    for (const message of told) assert.deepEqual(readToPage(message), message);
  });

  it('refuses what is unknown, incomplete, or more than it has to be', () => {
    const bad: unknown[] = [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'approve' },
      { type: 'ready', more: 'x'.repeat(1_000_000) },
      { type: 'reveal' },
      { type: 'reveal', place: '' },
      { type: 'reveal', place: 'x'.repeat(longestKey + 1) },
      { type: 'reveal', place: { toString: () => 'risk' } },
      { type: 'move', to: 7 },
      { type: 'move', to: 'APPROVED', insist: true },
      { type: 'setRisk', risk: 'k', probability: '1', impact: 1 },
      { type: 'setRisk', risk: 'k', probability: Number.NaN, impact: 1 },
      { type: 'setRisk', risk: 'k', probability: 1e9, impact: 1 },
      { type: 'setRisk', risk: 'k', probability: 1 },
    ];
    for (const message of bad) assert.equal(readToHost(message), undefined, JSON.stringify(message));
  });

  it('refuses to show what is not whole', () => {
    const [, show] = told;
    const bad: unknown[] = [
      { ...show, changed: [{ ...section, title: 7 }] },
      { ...show, changed: [{ ...section, column: 'third' }] },
      { ...show, changed: [{ ...section, pictures: ['<svg/>'] }] },
      { ...show, changed: [{ ...section, risks: { levels: [] } }] },
      { ...show, changed: [{ ...section, lines: [{ text: 'a', tone: 7 }] }] },
      { ...show, order: 'risk' },
      { ...show, head: {} },
      { type: 'message', kind: 'strange', text: '', hint: '' },
    ];
    for (const message of bad) assert.equal(readToPage(message), undefined, JSON.stringify(message).slice(0, 80));
  });

  it('takes whatever comes without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readToHost(data);
        readToPage(data);
        readState(data);
        readWords(data);
        assert.equal(opener(channel, readToHost)(data), undefined);
      }),
    );
  });

  it('opens what comes over its own channel, each message once and in order', () => {
    const seal = sealer<ToHost>(channel);
    const open = opener(channel, readToHost);
    const [first, second] = [seal({ type: 'ready' }), seal({ type: 'move' })];
    assert.deepEqual(open(first), { type: 'ready' });
    assert.equal(open(first), undefined);
    assert.deepEqual(open(second), { type: 'move' });
    assert.equal(open(first), undefined);
  });

  it('ignores what is foreign', () => {
    const open = opener(channel, readToHost);
    const message: ToHost = { type: 'ready' };
    for (const data of [
      message,
      { channel: 'other', serial: 1, message },
      { channel, serial: 0, message },
      { channel, serial: 1.5, message },
      { channel, serial: '1', message },
      { channel, serial: Infinity, message },
      { channel, serial: 1, message, more: 1 },
    ])
      assert.equal(open(data), undefined, JSON.stringify(data));
    assert.equal(opener('', readToHost)({ channel: '', serial: 1, message }), undefined);
    assert.deepEqual(open({ channel, serial: 1, message }), message);
  });

  it('does not count what it refused', () => {
    const open = opener(channel, readToHost);
    assert.equal(open({ channel, serial: 1e15, message: { type: 'nonsense' } }), undefined);
    assert.deepEqual(open({ channel, serial: 1, message: { type: 'ready' } }), { type: 'ready' });
  });

  it('goes on counting where a page is made anew', () => {
    const open = opener(channel, readToHost);
    open(sealer<ToHost>(channel, 1000)({ type: 'ready' }));
    assert.equal(open(sealer<ToHost>(channel, 900)({ type: 'ready' })), undefined);
    assert.deepEqual(open(sealer<ToHost>(channel, 2000)({ type: 'ready' })), { type: 'ready' });
  });

  it('remembers which record, where and what was open, and nothing else', () => {
    const state = { uri: 'file:///a.md', scroll: 12, focus: 'move.APPROVED', open: ['moves'] };
    assert.deepEqual(readState({ ...state, text: 'of the record' }), state);
    assert.deepEqual(readState({ uri: 'file:///a.md', scroll: -1, focus: 7, open: [7] }), {
      uri: 'file:///a.md',
      scroll: 0,
      focus: '',
      open: [],
    });
    assert.equal(readState({ uri: 'x'.repeat(10_000) }), undefined);
    assert.equal(readState(undefined), undefined);
  });
});
