import * as v from 'valibot';
import { readBusinessHours, weekdays } from '../../lifecycle/businessHours';
import { readDate } from '../../text/calendarDate';
import { filePatterns } from '../../record/identifyFile';
import { processSchema } from './processSchema';
import { freezesSchema, windowsSchema } from './windowSchema';

/** A workspace-relative folder with `/`; never absolute, never upwards. */
const folder = v.pipe(
  v.string('A folder is a text.'),
  v.nonEmpty('A folder has a name.'),
  v.check((path) => !/^(?:[\\/]|[A-Za-z]:)/.test(path), 'A folder is given relative to the workspace.'),
  v.check((path) => !path.split(/[\\/]/).includes('..'), 'A folder lies inside the workspace.'),
  v.check((path) => !/\p{Cc}/u.test(path), 'A folder has no control characters in its name.'),
  v.description('A folder with its subfolders, relative to the workspace, with /.'),
);

const folders = v.pipe(
  v.array(folder, 'A list of folders is expected.'),
  v.minLength(1, 'At least one folder is expected.'),
);

const pattern = v.pipe(
  v.string('A pattern is a text.'),
  v.nonEmpty('A pattern is not empty.'),
  v.maxLength(200, 'A pattern has at most 200 characters.'),
  v.check(
    (text) => !/^(?:\.{0,2}\/|!)/.test(text),
    'A pattern is relative to the workspace and begins with a name or a star.',
  ),
);

const level = v.picklist(
  ['error', 'warning', 'information', 'hint', 'off'],
  'One of error, warning, information, hint and off is expected.',
);

const ruleSetting = v.union(
  [
    level,
    v.strictObject({
      severity: level,
      reason: v.optional(v.pipe(v.string(), v.description('Why the team wants it so.'))),
    }),
  ],
  'A severity, or "severity" and "reason", is expected.',
);

const completenessSetting = v.union(
  [
    level,
    v.objectWithRest(
      {
        severity: v.optional(v.pipe(level, v.description('For all answers that are not named here.'))),
        reason: v.optional(v.pipe(v.string(), v.description('Why the team wants it so.'))),
      },
      v.pipe(level, v.description('For one answer: a label or heading of the process, or its key.')),
    ),
  ],
  'A severity, or severities by the names of fields and sections, are expected.',
);

const zone = v.pipe(
  v.string('A time zone is a text.'),
  v.check(isZone, 'A time zone of the IANA data base is expected, for example Europe/Berlin.'),
);

const patterns = v.pipe(
  v.array(pattern, 'A list of patterns is expected.'),
  v.maxLength(200, 'At most 200 patterns are expected.'),
);

const timeOfDay = v.pipe(
  v.string('A time of day is written as 09:00.'),
  v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time of day is written as 09:00.'),
);

const businessHours = v.pipe(
  v.strictObject({
    days: maybe(
      v.pipe(
        v.array(v.picklist(weekdays, `One of ${weekdays.join(', ')} is expected.`), 'A list of days is expected.'),
        v.minLength(1, 'At least one day is expected.'),
        v.description('The days of the week that are worked on. Default: Mon to Fri.'),
      ),
    ),
    from: maybe(v.pipe(timeOfDay, v.description('When a day begins, in the zone of the policy. Default: 09:00.'))),
    to: maybe(v.pipe(timeOfDay, v.description('When a day ends. Default: 17:00.'))),
    holidays: maybe(
      v.pipe(
        v.array(
          v.pipe(v.string('A day is written as 2026-12-25.'), v.check(isDay, 'A day is written as 2026-12-25.')),
          'A list of days is expected.',
        ),
        v.maxLength(500, 'At most 500 days are expected.'),
        v.description('Days that nobody works on.'),
      ),
    ),
  }),
  v.check(
    (hours) => readBusinessHours(hours, 'UTC') !== undefined,
    'A business day has at least an hour, from before to.',
  ),
);

/** A key may be left out, or stand there with nothing behind it: all its lines may be comments. */
function maybe<T extends v.GenericSchema>(schema: T): v.NullishSchema<T, undefined> {
  return v.nullish(schema);
}

/** The policy file `.changegate/policy.yml`: what changes a finding. One schema for types, validation and editors. */
export const policySchema = v.strictObject({
  version: v.pipe(v.literal(1, 'The version is 1.'), v.description('The version of this format.')),
  folders: maybe(
    v.pipe(
      v.strictObject({
        'change-requests': maybe(v.pipe(folders, v.description('Where change requests (CR-…) are kept.'))),
        'change-records': maybe(v.pipe(folders, v.description('Where change records (CHG-…) are kept.'))),
      }),
      v.description('The folders that hold records. Only files in them are looked at.'),
    ),
  ),
  files: maybe(
    v.pipe(
      v.array(v.picklist(filePatterns, 'One of {id}.md and {id}-{slug}.md is expected.')),
      v.minLength(1, 'At least one pattern is expected.'),
      v.description('How the file of a record is named; new records are named after the first.'),
    ),
  ),
  exclude: maybe(
    v.pipe(
      v.array(pattern),
      v.maxLength(200, 'At most 200 patterns are expected.'),
      v.description('Files that are left alone: patterns with *, ** and ?.'),
    ),
  ),
  zone: maybe(
    v.pipe(
      zone,
      v.description('The time zone of "today", of business hours, change windows and freezes. Default: UTC.'),
    ),
  ),
  suppressions: maybe(
    v.pipe(
      v.picklist(['allow', 'deny'], 'One of allow and deny is expected.'),
      v.description('Whether comments in a record may keep findings quiet. Default: allow.'),
    ),
  ),
  requirements: maybe(
    v.pipe(
      folder,
      v.regex(/\.(?:md|markdown)$/i, 'The name of the requirements matrix ends with .md.'),
      v.description('The requirements matrix, relative to the workspace. Default: docs/requirements/rtm.md.'),
    ),
  ),
  baseline: maybe(
    v.pipe(
      folder,
      v.endsWith('.json', 'The name of a baseline ends with .json.'),
      v.description('The file with findings that were there already and stay silent, relative to the workspace.'),
    ),
  ),
  untouched: maybe(
    v.pipe(
      v.record(
        v.string(),
        v.pipe(
          v.number('A number of days is expected.'),
          v.integer('A whole number of days is expected.'),
          v.minValue(1, 'At least one day is expected.'),
          v.maxValue(3650, 'At most 3650 days are expected.'),
        ),
      ),
      v.description('After how many days without a change a record is brought to mind, by status.'),
    ),
  ),
  'business-hours': maybe(
    v.pipe(businessHours, v.description('When people are there; what a period in business hours counts.')),
  ),
  windows: maybe(
    v.pipe(
      windowsSchema,
      v.description(
        'When changes are made, in the zone of the policy. Default: first Sunday of the month, 02:00 to 04:00.',
      ),
    ),
  ),
  freezes: maybe(v.pipe(freezesSchema, v.description('Days on which nothing is to be changed.'))),
  paths: maybe(
    v.pipe(
      v.strictObject({
        free: maybe(v.pipe(patterns, v.description('What anybody may change without a record: documents, records.'))),
        governed: maybe(
          v.pipe(patterns, v.description('What needs a record although it is among the free; so does all the rest.')),
        ),
        protected: maybe(
          v.pipe(patterns, v.description('What decides who may change what: policy, workflows, hooks.')),
        ),
      }),
      v.description('Classes of paths. Two records that name the same free path do not get in each other’s way.'),
    ),
  ),
  'shared-files': maybe(
    v.pipe(
      patterns,
      v.description('Files that many changes touch, so that it says nothing if two records name them (CG707).'),
    ),
  ),
  processes: maybe(
    v.pipe(
      v.record(v.string(), processSchema),
      v.description('Changes to the built-in processes, and processes of your own, by name.'),
    ),
  ),
  rules: maybe(
    v.pipe(
      v.objectWithRest(
        { CG101: v.optional(completenessSetting), completeness: v.optional(completenessSetting) },
        ruleSetting,
        'Severities by code or name of a rule are expected.',
      ),
      v.description('Severities by code or name of a rule.'),
    ),
  ),
});

/** What a policy file says, as it is written. */
export type PolicySource = v.InferOutput<typeof policySchema>;

function isDay(text: string): boolean {
  const read = readDate(text);
  return read.kind === 'date' && read.length === text.length && text.length === 10;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
