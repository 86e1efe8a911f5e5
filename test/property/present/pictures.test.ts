import * as fc from 'fast-check';
import { strict as assert } from 'node:assert';
import { placedLinks } from '../../../src/core/record/recordLinks';
import { readRecord } from '../../../src/core/record/readRecord';
import { recordHtml } from '../../../src/core/present/report/recordHtml';
import { lintRecord } from '../../../src/core/rules/engine/lintRecord';
import { pictureNames, recordPicture } from '../../../src/core/present/panel/pictures';
import { recordPanelOf } from '../../../src/core/present/panel/recordPanelOf';
import {
  anyText,
  changeRecordText,
  driftedText,
  changeRequestText,
  processOf,
  type RecordText,
} from '../rules/recordTexts';
import { assertPicture, readXml } from '../../unit/present/svg/wellFormed';

const today = { year: 2026, month: 3, day: 12, minutes: undefined };
const markup = '</text></svg><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'';

/** The same text with markup behind some of its words. */
const hostile = (text: fc.Arbitrary<RecordText>): fc.Arbitrary<RecordText> =>
  fc.tuple(text, fc.nat({ max: 20 })).map(([record, every]) => ({
    ...record,
    text: record.text
      .split('\n')
      .map((line, index) => (index % (every + 2) === 0 && line !== '' ? `${line} ${markup}` : line))
      .join('\n'),
  }));

describe('the pictures of any record', () => {
  it('are well formed, and hold no markup of its text', () => {
    const texts = fc.oneof(
      anyText,
      hostile(changeRequestText),
      hostile(changeRecordText),
      hostile(driftedText),
      driftedText,
    );
    fc.assert(
      fc.property(texts, ({ kind, path, text }) => {
        const process = processOf({ kind });
        const record = readRecord({ process, path, text });
        const panel = recordPanelOf(record, {
          today,
          findings: lintRecord(record, { today }),
          links: placedLinks(record, [process]),
          others: [],
        });
        for (const name of pictureNames) {
          const svg = recordPicture(name, panel, {
            kind: 'standalone',
            width: text.length % 2 === 0 ? 'wide' : 'narrow',
          });
          assert.equal(svg === undefined, name === 'lifecycle' && kind === 'change-record');
          if (svg !== undefined) assertPicture(svg);
        }
        const page = recordHtml(panel, { on: '2026-03-12', sha256: () => '' });
        const { elements } = readXml(page.replace(/^<!DOCTYPE html>\n/, ''));
        assert.ok(elements.every(({ name }) => !['script', 'img'].includes(name)));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('say where the record stands on exactly one node', () => {
    fc.assert(
      fc.property(fc.oneof(changeRequestText, driftedText), ({ kind, path, text }) => {
        const process = processOf({ kind });
        const record = readRecord({ process, path, text });
        const { lifecycle, states } = recordPanelOf(record, {
          today,
          findings: [],
          links: placedLinks(record, [process]),
          others: [],
        });
        if (lifecycle) {
          assert.equal(lifecycle.nodes.filter(({ state }) => state === 'here').length, 1);
          assert.equal(lifecycle.nodes.find(({ state }) => state === 'here')?.id, lifecycle.here);
        }
        assert.ok(states.nodes.filter(({ state }) => state === 'here').length <= 1);
      }),
      { numRuns: 80 },
    );
  }).timeout(60_000);
});
