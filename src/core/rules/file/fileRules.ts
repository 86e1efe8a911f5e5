import type { RuleDescription } from '../rule';

/**
 * What can be wrong with a file before it is read as a record. Nothing of the file is known then, hence these have no
 * check: whoever reads files asks {@link fileFinding}, and `readPolicy` tells of the policy.
 */
export const fileRules = {
  unreadable: {
    code: 'CG901',
    name: 'unreadable-file',
    severity: 'error',
    summary: 'The file of a record is text in UTF-8.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'A file that cannot be read is never rewritten.' },
  },
  cut: {
    code: 'CG902',
    name: 'file-too-large',
    severity: 'warning',
    summary: 'The file of a record is no larger than 512 KiB, and no line of it longer than 32 KiB.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'What to leave out only a person can say.' },
  },
  policy: {
    code: 'CG905',
    name: 'invalid-policy',
    severity: 'error',
    summary: 'The policy file is YAML that says what a policy can say.',
    source: 'Of Changegate: a policy that is not understood is not followed in part',
    fix: { noneBecause: 'What the team wants only the team can say.' },
  },
  'not-regular': {
    code: 'CG906',
    name: 'not-a-regular-file',
    severity: 'error',
    summary: 'The file of a record is a regular file.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'Where the record is to be kept only a person can say.' },
  },
} as const satisfies Record<string, RuleDescription>;
