import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import type { FieldDefinition, Process } from '../../../src/core/process/process';
import { renderTemplate } from '../../../src/core/process/renderTemplate';
import { readRecord } from '../../../src/core/record/readRecord';
import { slice } from '../../../src/core/text/span';

const words = fc
  .array(fc.stringMatching(/^[A-Z][a-z]{2,8}$/), { minLength: 1, maxLength: 6 })
  .map((each) => `Prose ${each.join(' ')}`);
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

function isOnLabelLine({ template }: FieldDefinition): boolean {
  return template !== undefined && !template.text.slice(template.span.start, template.value.start).includes('\n');
}

/** An answer that a field takes as it is. */
function answerTo(field: FieldDefinition): fc.Arbitrary<string> | undefined {
  // PENDING is no answer, whatever it is the answer to (reading 20).
  const closed = field.options
    .filter(({ open }) => !open)
    .map(({ label }) => label)
    .filter((label) => label !== 'PENDING');
  if (field.options.length > 0) return closed.length > 0 ? fc.constantFrom(...closed) : undefined;
  if (field.answer === 'date' || field.answer === 'date-time') return date;
  if (field.answer === 'text') return words;
  if (field.answer === 'list' || field.answer === 'people') return words;
  return undefined;
}

/** Values for some of the fields of a document; a list whose items are fields themselves is left out. */
function valuesFor(process: Process, document: string): fc.Arbitrary<Record<string, string>> {
  const groups = new Set(process.fields.map(({ group }) => group));
  const fields = process.fields.filter(
    (field) => field.document === document && field.key !== 'change-id' && !groups.has(field.key),
  );
  const model: Record<string, fc.Arbitrary<string>> = {};
  for (const field of fields) {
    const answer = answerTo(field);
    if (answer) model[field.key] = answer;
  }
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
}

for (const process of builtInProcesses()) {
  for (const { id, template } of process.documents) {
    describe(`the ${id} of a ${process.name}, rendered with any values`, () => {
      it('says them where it is read by line', () => {
        fc.assert(
          fc.property(valuesFor(process, id), (values) => {
            const { text } = renderTemplate(process, id, values);
            for (const [key, value] of Object.entries(values)) {
              const field = process.field(key);
              assert.ok(field);
              if (field.written === 'boxes') assert.ok(text.includes(`- [x] ${value}`), `${key}: ${value}`);
              else if (field.optional || isOnLabelLine(field))
                assert.match(
                  text,
                  new RegExp(
                    `^[- ]*(?:\\*\\*)?${escaped(field.label)}(?:\\*\\*)?(?: \\([^)]*\\))?: ${escaped(value)}$`,
                    'm',
                  ),
                );
              else
                assert.ok(
                  text.includes(
                    `\n${field.answer === 'text' ? '' : /^\d/.test(field.placeholder) ? '1. ' : '- '}${value}\n`,
                  ),
                  key,
                );
            }
          }),
          { numRuns: 60 },
        );
      });

      it('says them where it is read as a record', () => {
        const before = id === 'record' ? '' : '# Change Request: CR-2026-02-09-001\n\n';
        fc.assert(
          fc.property(valuesFor(process, id), (values) => {
            const { text } = renderTemplate(process, id, values);
            const record = readRecord({ process, path: 'docs/CR-2026-02-09-001.md', text: before + text });
            for (const [key, value] of Object.entries(values)) {
              const answer = record.answer(key);
              assert.ok(answer, key);
              // A list with a count on its line is judged by its items, which stay as they are.
              const isCounted = answer.field.answer === 'list' && isOnLabelLine(answer.field);
              assert.equal(answer.filled, !isCounted, `${key}: ${value}`);
              if (answer.field.options.length === 0) assert.ok(answer.text.includes(value), `${key}: ${answer.text}`);
              else
                assert.deepEqual(
                  answer.chosen.map(({ option }) => option?.label),
                  [value],
                  key,
                );
            }
            for (const answer of record.answers) {
              const { key, section, written } = answer.field;
              if (key in values || key === 'plan-version') continue; // "1.0" is an answer
              const given = process.fields.filter((field) => field.key in values);
              const holdsAnother = given.some(
                (field) => field.group === key || (written === 'prose' && field.section === section),
              );
              if (!holdsAnother) assert.ok(!answer.filled, `${key}: ${answer.text}`);
            }
          }),
          { numRuns: 60 },
        );
      });

      it('has no blank where a value was given, and finds each blank where it stands', () => {
        fc.assert(
          fc.property(valuesFor(process, id), (values) => {
            const { text, blanks, firstBlank } = renderTemplate(process, id, values);
            assert.deepEqual(firstBlank, blanks[0]);
            let end = 0;
            for (const blank of blanks) {
              assert.ok(blank.start >= end);
              end = blank.end;
              assert.ok(template.includes(slice(text, blank)));
              assert.ok(!slice(text, blank).includes('Prose'));
            }
          }),
          { numRuns: 60 },
        );
      });

      it('keeps every line that no value is for', () => {
        fc.assert(
          fc.property(valuesFor(process, id), (values) => {
            const lines = new Set(renderTemplate(process, id, values).text.split('\n'));
            const asked = process.fields.filter(({ key }) => key in values);
            const touched = asked
              .map((field) => field.template && slice(field.template.text, field.template.span))
              .join('\n');
            for (const line of template.split('\n')) assert.ok(lines.has(line) || touched.includes(line), line);
          }),
          { numRuns: 60 },
        );
      });
    });
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
