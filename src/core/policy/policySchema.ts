import * as v from 'valibot';

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
  'A severity, or «severity» and «reason», is expected.',
);

const zone = v.pipe(
  v.string('A time zone is a text.'),
  v.check(isZone, 'A time zone of the IANA data base is expected, for example Europe/Berlin.'),
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
      v.array(v.picklist(['{id}.md', '{id}-{slug}.md'], 'One of {id}.md and {id}-{slug}.md is expected.')),
      v.minLength(1, 'At least one pattern is expected.'),
      v.description('How the file of a record is named.'),
    ),
  ),
  exclude: maybe(
    v.pipe(
      v.array(pattern),
      v.maxLength(200, 'At most 200 patterns are expected.'),
      v.description('Files that are left alone: patterns with *, ** and ?.'),
    ),
  ),
  zone: maybe(v.pipe(zone, v.description('The time zone of «today». Default: UTC.'))),
  rules: maybe(v.pipe(v.record(v.string(), ruleSetting), v.description('Severities by code or name of a rule.'))),
});

/** What a policy file says, as it is written. */
export type PolicySource = v.InferOutput<typeof policySchema>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
