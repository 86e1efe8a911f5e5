import type { RuleDescription } from './finding';

/**
 * What can be wrong with a file before it is read as a record. Nothing of the file is known then, hence these have no
 * check: anyone who reads files asks {@link fileFinding}, and `readPolicy` tells of the policy.
 */
export const fileRules = {
  unreadable: {
    code: 'CG901',
    name: 'unreadable-file',
    severity: 'error',
    summary: 'The file of a record is text in UTF-8.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'A file that cannot be read is never rewritten.' },
    unsuppressable: true,
  },
  cut: {
    code: 'CG902',
    name: 'file-too-large',
    severity: 'warning',
    summary: 'The file of a record is no larger than 512 KiB, and no line of it longer than 32 KiB.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'What to leave out only a person can say.' },
    unsuppressable: true,
  },
  policy: {
    code: 'CG905',
    name: 'invalid-policy',
    severity: 'error',
    summary: 'The policy file is YAML that says what a policy can say.',
    source: 'Of Changegate: a policy that is not understood is not followed in part',
    fix: { noneBecause: 'What the team wants only the team can say.' },
    unsuppressable: true,
  },
  template: {
    code: 'CG910',
    name: 'unusable-template',
    severity: 'error',
    summary: 'A template of the team can be read like the records that are made of it.',
    source: 'Of Changegate: a template that is not understood is not followed in part',
    fix: { noneBecause: 'What the team wants only the team can say.' },
    unsuppressable: true,
  },
  'not-regular': {
    code: 'CG906',
    name: 'not-a-regular-file',
    severity: 'error',
    summary: 'The file of a record is a regular file.',
    source: 'Of Changegate: what cannot be read cannot be checked',
    fix: { noneBecause: 'Where the record is to be kept only a person can say.' },
    unsuppressable: true,
  },
  companion: {
    code: 'CG709',
    name: 'companion-without-record',
    severity: 'warning',
    summary: 'The record that an impact assessment or a plan belongs to is there.',
    source: 'Of Changegate: what belongs to no record nobody approves; reading 7',
    fix: { noneBecause: 'Whether the name is wrong or the record is missing only a person knows.' },
    unsuppressable: true,
  },
  baseline: {
    code: 'CG909',
    name: 'stale-baseline',
    severity: 'information',
    summary: 'Every entry of the baseline stands for a finding that is still there.',
    source: 'Of Changegate: an entry that outlives its finding hides the next one',
    fix: { noneBecause: 'The command "changegate baseline prune" takes out all of them at once.' },
    unsuppressable: true,
  },
} as const satisfies Record<string, RuleDescription>;
