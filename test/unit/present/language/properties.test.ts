import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { completions } from '../../../../src/core/present/language/completions';
import { hoverAt } from '../../../../src/core/present/language/hovers';
import { inlayHints } from '../../../../src/core/present/language/inlayHints';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { readRecord } from '../../../../src/core/record/readRecord';
import {
  anyText,
  changeRecordText,
  changeRequestText,
  processOf,
  type RecordText,
} from '../../../property/rules/recordTexts';
import { facts } from './atCursor';

/** Any record or text, and a place in it: anywhere, or at the end of a line, where most is written. */
const place = fc
  .tuple(fc.oneof(changeRequestText, changeRecordText, anyText), fc.nat({ max: 100_000 }), fc.boolean())
  .map(([record, number, atEnd]): { record: RecordText; offset: number } => {
    const { text } = record;
    const offset = number % (text.length + 1);
    const end = text.slice(offset).search(/[\r\n]/);
    return { record, offset: atEnd && end >= 0 ? offset + end : offset };
  });

describe('at any place of any record', () => {
  it('a completion writes over what it says, on the line of the cursor, and nothing else', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(undefined, '#', '[', '-', '/', ' '), async (at, trigger) => {
        const { kind, path, text } = at.record;
        const record = readRecord({ process: processOf({ kind }), path, text });
        const { items } = await completions({ record, path, text, offset: at.offset, trigger }, facts);
        for (const { span, insert, filter, label } of items) {
          assert.ok(span.start <= at.offset && at.offset <= span.end, label);
          const written = text.slice(span.start, span.end);
          assert.doesNotMatch(written, /[\r\n]/);
          assert.notEqual(filter, '');
          const after = applyEdits(text, [{ span, newText: insert }]);
          assert.equal(after.slice(0, span.start), text.slice(0, span.start));
          assert.equal(after.slice(after.length - (text.length - span.end)), text.slice(span.end));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('a hover is about the place it was asked for', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(place, async (at) => {
        const { kind, path, text } = at.record;
        const record = readRecord({ process: processOf({ kind }), path, text });
        const hover = await hoverAt({ record, path, text, offset: at.offset }, { ...facts, recordsOf: () => [] });
        if (hover) assert.ok(hover.span.start <= at.offset && at.offset <= hover.span.end && hover.lines.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('inlay hints stand within the text, never in the middle of a line ending', () => {
    fc.assert(
      fc.property(fc.oneof(changeRequestText, anyText), ({ kind, path, text }) => {
        const record = readRecord({ process: processOf({ kind }), path, text });
        for (const { offset } of inlayHints(record, path, { start: 0, end: text.length }))
          assert.ok(offset <= text.length && text.slice(offset - 1, offset + 1) !== '\r\n');
      }),
      { numRuns: 200 },
    );
  });
});
