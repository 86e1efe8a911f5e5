import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.strictObject({
  line: v.pipe(count, v.description('Zero-based.')),
  character: v.pipe(count, v.description('Zero-based, in UTF-16 code units.')),
});
const range = v.strictObject({ start: position, end: position });

const record = v.strictObject({
  kind: v.picklist(['change-request', 'change-record']),
  id: v.pipe(v.nullable(text), v.description('Null where the file name is no ID.')),
  title: v.nullable(text),
  status: v.pipe(
    v.nullable(text),
    v.description('As in the process, for example IN_PROGRESS; null where none is recorded.'),
  ),
  type: v.nullable(v.picklist(['standard', 'normal', 'emergency'])),
  priority: v.nullable(v.picklist(['P0', 'P1', 'P2', 'P3'])),
});

const finding = v.strictObject({
  code: v.pipe(text, v.regex(/^CG\d{3}$/)),
  name: text,
  severity: v.picklist(['error', 'warning', 'information', 'hint']),
  message: text,
  range,
  related: v.array(v.strictObject({ path: text, message: text, range })),
  fixes: v.array(v.strictObject({ title: text })),
});

/** The shape of `changegate validate --format json`; the published JSON schema is made of it. */
export const validateReportSchema = v.strictObject({
  version: v.literal(1),
  files: v.array(
    v.strictObject({
      path: v.pipe(text, v.description('Relative to the workspace, with /.')),
      record: v.pipe(
        v.nullable(record),
        v.description('The record that the file is or belongs to; null for policy, templates and baseline.'),
      ),
      findings: v.array(finding),
    }),
  ),
  summary: v.strictObject({
    files: count,
    records: count,
    errors: count,
    warnings: count,
    information: count,
    hints: count,
    suppressed: v.pipe(count, v.description('Kept quiet by comments in the texts; counted nowhere else.')),
    baselined: v.pipe(count, v.description('Kept quiet by the baseline; counted nowhere else.')),
  }),
});
