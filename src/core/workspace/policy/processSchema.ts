import * as v from 'valibot';
import { readPeriod } from '../../process/period';
import { stages, statusRoles, type Condition } from '../../process/processDefinition';
import { readIdForm } from '../../process/idForm';

/** A short text of one line. */
function words(what: string): v.GenericSchema<string, string> {
  return v.pipe(
    v.string(`${what} is a text.`),
    v.nonEmpty(`${what} is not empty.`),
    v.maxLength(500, `${what} has at most 500 characters.`),
    v.check((text) => !/\p{Cc}/u.test(text), `${what} is one line.`),
  );
}

const key = v.pipe(
  v.string('A key is a text.'),
  v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'A key is made of small letters, digits and hyphens.'),
);
const fieldKey = v.pipe(key, v.description('The key of a field.'));
const names = v.pipe(v.array(words('A name')), v.maxLength(100, 'At most 100 names are expected.'));
const stage = v.picklist(stages, `One of ${stages.join(', ')} is expected.`);
const flag = v.boolean('Either true or false is expected.');

/** Conditions are nested at most this deep. */
const deepest = 8;

/** Told apart by their only key. */
function condition(depth = 0): v.GenericSchema<Condition, Condition> {
  const simple = v.strictObject({
    field: fieldKey,
    is: v.pipe(names, v.minLength(1, 'At least one value is expected.')),
  });
  if (depth === deepest) return simple;
  const inner = v.array(v.lazy(() => condition(depth + 1)));
  return v.union(
    [simple, v.strictObject({ any: inner }), v.strictObject({ all: inner })],
    'A condition is "field" with "is", or "any" or "all" with a list of conditions.',
  );
}
const when = condition();

const removal = v.pipe(v.literal(true, 'Only "true" is expected.'), v.description('Takes away what is inherited.'));

const status = v.strictObject({
  id: v.pipe(
    v.string('A status is a text.'),
    v.regex(/^[A-Z][A-Z0-9_]{0,31}$/, 'A status is written in capital letters, digits and underscores.'),
  ),
  meaning: v.optional(words('The meaning')),
  stage: v.optional(v.pipe(stage, v.description('How far a record has come: what it owes.'))),
  role: v.optional(
    v.pipe(
      v.picklist(statusRoles, `One of ${statusRoles.join(', ')} is expected.`),
      v.description('What it stands for, whatever it is called. Default: by its stage.'),
    ),
  ),
  final: v.optional(v.pipe(flag, v.description('No way leads out of it.'))),
  'needs-approval': v.optional(v.pipe(flag, v.description('A record in this state says that it was approved.'))),
  aliases: v.optional(names),
  entry: v.optional(
    v.strictObject({
      answers: v.optional(
        v.array(v.strictObject({ field: fieldKey, from: v.picklist(['today', 'branch', 'deployed']) })),
      ),
      documents: v.optional(v.array(v.picklist(['impact-assessment', 'implementation-plan', 'closure']))),
      checklist: v.optional(fieldKey),
    }),
  ),
  remove: v.optional(removal),
});

const guard = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('approval'), unless: v.optional(when), insistable: v.optional(flag) }),
    v.strictObject({ kind: v.literal('reason') }),
    v.strictObject({ kind: v.literal('steps') }),
    v.strictObject({ kind: v.literal('answer'), field: fieldKey }),
  ],
  'One of approval, reason, steps and answer is expected.',
);

const transition = v.strictObject({
  from: words('A status'),
  to: words('A status'),
  when: v.optional(when),
  guards: v.optional(v.array(guard)),
  note: v.optional(words('The note')),
  remove: v.optional(removal),
});

const role = v.strictObject({
  id: key,
  label: v.optional(words('The label')),
  aliases: v.optional(names),
  'required-when': v.optional(v.pipe(when, v.description('When this role has to approve; absent: always.'))),
  remove: v.optional(removal),
});

const document = v.strictObject({
  id: v.picklist(
    ['record', 'impact-assessment', 'implementation-plan', 'closure'],
    'One of record, impact-assessment, implementation-plan and closure is expected.',
  ),
  template: v.optional(
    v.pipe(
      v.string('A template is a text.'),
      v.maxLength(64 * 1024, 'A template has at most 64 KiB.'),
      v.description('Its Markdown: headings are sections, labels fields, boxes and [A | B] options.'),
    ),
  ),
  'required-from': v.optional(stage),
  'required-when': v.optional(when),
  remove: v.optional(removal),
});

const section = v.strictObject({
  path: v.pipe(words('A path'), v.description('Headings from the outermost, joined by " / ", without numbers.')),
  key: v.optional(key),
  aliases: v.optional(names),
  'required-from': v.optional(stage),
  'required-when': v.optional(when),
  remove: v.optional(removal),
});

const field = v.strictObject({
  path: v.pipe(words('A path'), v.description('The path of its section, " / " and its label.')),
  key: v.optional(key),
  aliases: v.optional(names),
  'local-aliases': v.optional(names),
  unlabeled: v.optional(v.picklist(['paths', 'words'], 'One of paths and words is expected.')),
  answer: v.optional(
    v.picklist(
      ['text', 'choice', 'choices', 'done', 'date', 'date-time', 'token', 'people', 'list', 'risks', 'table'],
      'One of text, choice, choices, done, date, date-time, token, people, list, risks and table is expected.',
    ),
  ),
  'required-from': v.optional(stage),
  'required-when': v.optional(when),
  exclusive: v.optional(names),
  values: v.optional(v.record(v.string(), words('A value'))),
  more: v.optional(names),
  synonyms: v.optional(v.record(v.string(), names)),
  optional: v.optional(flag),
  template: v.optional(v.pipe(v.string('A template is a text.'), v.maxLength(4000))),
  after: v.optional(fieldKey),
  initial: v.optional(v.pipe(v.string('A text is expected.'), v.maxLength(4000))),
  remove: v.optional(removal),
});

const branch = v.strictObject({
  pattern: words('A pattern'),
  reference: v.optional(v.picklist(['issue', 'requirement'])),
  when: v.optional(when),
});

const riskWord = v.pipe(
  v.string('A word of the scale is a text.'),
  v.regex(/^\p{L}+(?:[ _-]\p{L}+){0,3}$/u, 'A level or band is named by one to four words of letters.'),
  v.maxLength(40, 'A level or band has at most 40 characters.'),
);

function steps(what: string, least: number, most: number, description: string) {
  return v.optional(
    v.pipe(
      v.record(riskWord, whole(what, 1, most)),
      v.check((each) => Object.keys(each).length >= least, `At least ${String(least)} entries are expected.`),
      v.check((each) => Object.keys(each).length <= 10, 'At most 10 entries are expected.'),
      v.description(description),
    ),
  );
}

function whole(what: string, least: number, most: number) {
  const range = `${what} is a whole number from ${String(least)} to ${String(most)}.`;
  return v.pipe(v.number(range), v.integer(range), v.minValue(least, range), v.maxValue(most, range));
}

const risk = v.strictObject({
  levels: steps('A level', 2, 100, 'What the levels of probability and impact count: Low: 1, Medium: 2, High: 3.'),
  synonyms: v.optional(
    v.pipe(v.record(v.string(), names), v.description('Other words for a level: Medium: [Moderate].')),
  ),
  bands: steps('The begin of a band', 1, 10_000, 'From which score (probability × impact) on a band begins: HIGH: 6.'),
  high: v.optional(
    v.pipe(
      riskWord,
      v.description('From which band on a risk is high. Default: the band HIGH, else the last but one.'),
    ),
  ),
});

const periodForm = 'A period such as 24 hours, 1 week or 4 business hours is expected, at most a year.';

function period(description: string) {
  return v.optional(
    v.pipe(
      v.string(periodForm),
      v.check((text) => readPeriod(text) !== undefined, periodForm),
      v.description(description),
    ),
  );
}

function periodByType(description: string) {
  return v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.pipe(
          v.string(periodForm),
          v.check((text) => text === 'none' || readPeriod(text) !== undefined, periodForm),
        ),
      ),
      v.description(description),
    ),
  );
}

const limits = v.strictObject({
  coverage: v.optional(
    v.pipe(
      whole('A coverage', 0, 100),
      v.description('Percent of the code that tests cover at least (CG514). Default: 80.'),
    ),
  ),
  neutral: v.optional(
    v.pipe(
      whole('A percentage', 0, 100),
      v.description('By how many percent a metric may get worse and still be neutral (CG512). Default: 10.'),
    ),
  ),
  systems: v.optional(
    v.pipe(
      whole('A number of systems', 1, 100),
      v.description('From how many systems on a change reaches far (CG518, CG521). Default: 3.'),
    ),
  ),
  monitoring: period('How long a deployment is watched at least (CG603). Default: 24 hours.'),
  notification: period('Within which the CTO is notified of an emergency (CG803). Default: 1 hour.'),
  'window-grace': period('How long a window may have passed without a word (CG807). Default: 24 hours.'),
  approval: periodByType('Within which a change is approved, by its type, or none (CG812). Default: normal: 4 hours.'),
  review: periodByType(
    'Within which a change is reviewed, by its type, or none (CG802). Default: emergency: 24 hours, normal: 1 week.',
  ),
});

function listOf<T extends v.GenericSchema>(item: T, most: number, description: string) {
  const message = `At most ${String(most)} entries are expected.`;
  return v.nullish(
    v.pipe(v.array(item, 'A list is expected.'), v.maxLength(most, message), v.description(description)),
  );
}

/**
 * A process in the policy, in the format that `changegate policy print` writes. A process whose name is known is
 * extended: an entry of a list takes the place of the inherited one with the same name, key by key, or is added.
 */
export const processSchema = v.strictObject({
  extends: v.optional(
    v.pipe(
      v.picklist(
        ['change-request', 'change-record', 'nothing'],
        'One of change-request, change-record and nothing is expected.',
      ),
      v.description('What it inherits from. Default: the built-in process of this name.'),
    ),
  ),
  name: v.optional(v.pipe(words('The name'), v.description('What one record is called, in title case.'))),
  kind: v.optional(v.picklist(['change-request', 'change-record'])),
  ids: v.optional(
    v.pipe(
      v.string('The form of the IDs is a text.'),
      v.check(
        (text) => readIdForm(text).kind === 'form',
        ({ input }) => {
          const reading = readIdForm(input);
          return reading.kind === 'wrong' ? reading.problem : '';
        },
      ),
      v.description(
        'How its IDs are written: CR-YYYY-MM-DD-XXX, CHG-YYYYMMDD-NNN, CR-YYYY-NNN; or words with parts in braces: ZV2-CR-{number:3}, CHG-{yyyy}-{mmdd}-{number:3}, CR-{yyyymmdd}-{hhmm}.',
      ),
    ),
  ),
  statuses: listOf(status, 50, 'The states of a record, by "id".'),
  transitions: listOf(transition, 500, 'The legal moves, by "from" and "to".'),
  roles: listOf(role, 50, 'Who has to approve, by "id".'),
  tokens: v.nullish(
    v.pipe(names, v.description('The words that give approval, as the whole value of the token field. All of them.')),
  ),
  documents: listOf(document, 4, 'The texts that make up a record, by "id".'),
  sections: listOf(section, 500, 'What a template cannot say of a section, by "path".'),
  fields: listOf(field, 1000, 'What a template cannot say of a field, by "path".'),
  'branch-names': v.nullish(v.pipe(v.array(branch), v.maxLength(50))),
  risk: v.nullish(v.pipe(risk, v.description('How risks are scored: probability × impact, and the band of a score.'))),
  limits: v.nullish(
    v.pipe(limits, v.description('What rules measure with. A period counts the wall clock, or business hours.')),
  ),
});

/** A process as a policy writes it. */
export type ProcessEntry = v.InferOutput<typeof processSchema>;
