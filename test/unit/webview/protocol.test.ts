import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readFromPage } from '../../../src/vscode/panels/pageMessages';
import { opener, sealer } from '../../../src/webview/protocol/envelope';
import { longestKey } from '../../../src/webview/protocol/guards';
import { readState, readToPage, type FromPage, type ToPage } from '../../../src/webview/protocol/page';

const channel = '0123456789abcdef';
const asked: readonly FromPage[] = [
  { type: 'ready' },
  { type: 'act', act: 'reveal', what: 'risk.list.1.The import doubles shipments' },
  { type: 'act', act: 'move', what: 'APPROVED' },
  { type: 'act', act: 'open', what: 'docs/a.md' },
  { type: 'act', act: 'choose', what: 'status:PROPOSED' },
  { type: 'act', act: 'unfold', what: 'records' },
  { type: 'act', act: 'run', what: 'export' },
  { type: 'select', select: 'folder', value: '' },
  { type: 'goTo', day: '2026-03-02' },
  { type: 'put', item: 'risk.list.1.x', row: 1, column: 3 },
];
const told: readonly ToPage[] = [
  { type: 'show', html: '<p>Nothing</p>', topic: '', asked: '' },
  { type: 'show', html: '<section></section>', topic: 'file:///a.md', asked: '{}', announce: 'Status: Proposed' },
];

describe('what a page and its host say to each other', () => {
  it('lets through what it knows, as it is', () => {
    for (const message of asked) assert.deepEqual(readFromPage(message), message);
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
      { type: 'act', act: 'reveal' },
      { type: 'act', what: 'title' },
      { type: 'act', act: 'delete', what: 'title' },
      { type: 'act', act: 'copy', what: 'title' },
      { type: 'act', act: 'reveal', what: '' },
      { type: 'act', act: 'reveal', what: 'x'.repeat(longestKey + 1) },
      { type: 'act', act: 'reveal', what: { toString: () => 'risk' } },
      { type: 'act', act: 'move', what: 'APPROVED', insist: true },
      { type: 'put', item: 'k', row: '1', column: 1 },
      { type: 'put', item: 'k', row: Number.NaN, column: 1 },
      { type: 'put', item: 'k', row: 1e9, column: 1 },
      { type: 'put', item: 'k', row: -1, column: 1 },
      { type: 'put', item: 'k', row: 1 },
      { type: 'select', select: 'folder' },
      { type: 'select', select: 'folder', value: 'x'.repeat(longestKey + 1) },
      { type: 'goTo', day: '2026-3-2' },
      { type: 'goTo', day: '2026-03-02', open: true },
    ];
    for (const message of bad) assert.equal(readFromPage(message), undefined, JSON.stringify(message)?.slice(0, 80));
  });

  it('refuses to show what is not whole', () => {
    const [, show] = told;
    const bad: unknown[] = [
      { ...show, html: 7 },
      { ...show, topic: undefined },
      { ...show, asked: {} },
      { ...show, announce: 7 },
      { ...show, type: 'message' },
    ];
    for (const message of bad) assert.equal(readToPage(message), undefined, JSON.stringify(message));
  });

  it('takes whatever comes without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readFromPage(data);
        readToPage(data);
        readState(data);
        assert.equal(opener(channel, readFromPage)(data), undefined);
      }),
    );
  });

  it('opens what comes over its own channel, each message once and in order', () => {
    const seal = sealer<FromPage>(channel);
    const open = opener(channel, readFromPage);
    const next: FromPage = { type: 'act', act: 'move', what: 'APPROVED' };
    const [first, second] = [seal({ type: 'ready' }), seal(next)];
    assert.deepEqual(open(first), { type: 'ready' });
    assert.equal(open(first), undefined);
    assert.deepEqual(open(second), next);
    assert.equal(open(first), undefined);
  });

  it('ignores what is foreign', () => {
    const open = opener(channel, readFromPage);
    const message: FromPage = { type: 'ready' };
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
    assert.equal(opener('', readFromPage)({ channel: '', serial: 1, message }), undefined);
    assert.deepEqual(open({ channel, serial: 1, message }), message);
  });

  it('does not count what it refused', () => {
    const open = opener(channel, readFromPage);
    assert.equal(open({ channel, serial: 1e15, message: { type: 'nonsense' } }), undefined);
    assert.deepEqual(open({ channel, serial: 1, message: { type: 'ready' } }), { type: 'ready' });
  });

  it('goes on counting where a page is made again', () => {
    const open = opener(channel, readFromPage);
    open(sealer<FromPage>(channel, 1000)({ type: 'ready' }));
    assert.equal(open(sealer<FromPage>(channel, 900)({ type: 'ready' })), undefined);
    assert.deepEqual(open(sealer<FromPage>(channel, 2000)({ type: 'ready' })), { type: 'ready' });
  });

  it('remembers what is shown, where and what was open, and nothing else', () => {
    const state = { topic: 'file:///a.md', asked: '{}', scroll: 12, focus: 'move.APPROVED', open: ['moves'] };
    assert.deepEqual(readState({ ...state, text: 'of the record' }), state);
    assert.deepEqual(readState({ topic: 'file:///a.md', asked: 'x'.repeat(10_000), scroll: -1, focus: 7, open: [7] }), {
      topic: 'file:///a.md',
      asked: '',
      scroll: 0,
      focus: '',
      open: [],
    });
    assert.equal(readState({ topic: 'x'.repeat(10_000) })?.topic, '');
    assert.equal(readState(undefined), undefined);
  });
});
