import { readBusinessHours, usualHours, type BusinessHours } from '../../lifecycle/businessHours';
import { standardWindow, type ChangeWindow, type Freeze, type Schedule } from '../../lifecycle/windows';
import { defaultFilePatterns } from '../../record/identifyFile';
import type { Process } from '../../process/process';
import type { Severity } from '../../findings/finding';
import type { AnswerSeverities } from '../../rules/wantedAnswers';
import { isContested, usualPathClasses, usualSharedFiles, type PathClasses } from './pathClasses';
import type { PolicySource } from './policySchema';
import { freezeOf, windowOf } from './writtenWindows';

/** What decides which files are records and how much a finding matters. */
export interface Policy {
  /** Folders by process; each counts with its subfolders. */
  readonly folders: { readonly 'change-request': readonly string[]; readonly 'change-record': readonly string[] };
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  /** An IANA time zone. */
  readonly zone: string;
  /** What a period in business hours counts, in the same zone. */
  readonly businessHours: BusinessHours;
  /** When changes are made, by the clocks of the same zone. */
  readonly windows: readonly ChangeWindow[];
  /** When nothing is to be changed. */
  readonly freezes: readonly Freeze[];
  /** Classes of paths, for what needs a record. */
  readonly paths: PathClasses;
  /** Files that many changes touch. */
  readonly sharedFiles: readonly string[];
  /** Severities by code or name of a rule. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Severities of what is missing (CG101), by name or key of a field, section or document; absent: that of the rule. */
  readonly answers?: AnswerSeverities;
  /** Whether comments in a record may keep findings quiet. */
  readonly suppressions: 'allow' | 'deny';
  /** The requirements matrix; it need not be there. */
  readonly requirements: string;
  /** The file with findings that stay silent; undefined: none. */
  readonly baseline: string | undefined;
  /** After how many days without a change a record is brought to mind, by status; absent: never. */
  readonly untouched?: ReadonlyMap<string, number>;
  /** The processes that records follow; absent: the built-in ones. */
  readonly processes?: readonly Process[];
}

/** Where the policy file is, in each workspace folder. */
export const policyPath = '.changegate/policy.yml';

/** A longer policy is not parsed. In bytes for a file, in UTF-16 code units for a text. Both processes fit in, whole. */
export const largestPolicy = 256 * 1024;

/** What holds where nothing else is said. */
export const defaultPolicy: Policy = {
  folders: { 'change-request': ['docs/processes/change-requests'], 'change-record': ['docs/processes/change-records'] },
  files: defaultFilePatterns,
  exclude: [],
  zone: 'UTC',
  businessHours: usualHours('UTC'),
  windows: [standardWindow],
  freezes: [],
  paths: usualPathClasses,
  sharedFiles: usualSharedFiles,
  severities: new Map(),
  suppressions: 'allow',
  requirements: 'docs/requirements/rtm.md',
  baseline: undefined,
};

/** The policy that a file asks for, with the defaults where it is silent; `severities` is what it says of rules. */
export function policyOf(
  source: PolicySource,
  severities: Pick<Policy, 'severities' | 'answers'> = defaultPolicy,
): Policy {
  const { folders, files, exclude, zone, suppressions, baseline, untouched } = source;
  return {
    folders: {
      'change-request': folders?.['change-requests']?.map(normalized) ?? defaultPolicy.folders['change-request'],
      'change-record': folders?.['change-records']?.map(normalized) ?? defaultPolicy.folders['change-record'],
    },
    files: files ?? defaultPolicy.files,
    exclude: exclude ?? defaultPolicy.exclude,
    zone: zone ?? defaultPolicy.zone,
    // The schema lets nothing in that cannot be read.
    businessHours:
      readBusinessHours(source['business-hours'] ?? {}, zone ?? defaultPolicy.zone) ??
      usualHours(zone ?? defaultPolicy.zone),
    windows: source.windows?.map(windowOf) ?? defaultPolicy.windows,
    freezes: source.freezes?.map(freezeOf) ?? defaultPolicy.freezes,
    paths: {
      free: source.paths?.free ?? defaultPolicy.paths.free,
      governed: source.paths?.governed ?? defaultPolicy.paths.governed,
      protected: source.paths?.protected ?? defaultPolicy.paths.protected,
    },
    sharedFiles: source['shared-files'] ?? defaultPolicy.sharedFiles,
    severities: severities.severities,
    ...(severities.answers ? { answers: severities.answers } : {}),
    suppressions: suppressions ?? defaultPolicy.suppressions,
    requirements: source.requirements ? normalized(source.requirements) : defaultPolicy.requirements,
    baseline: baseline ? normalized(baseline) : defaultPolicy.baseline,
    ...(untouched ? { untouched: new Map(Object.entries(untouched)) } : {}),
  };
}

/** Whether it says something when two open records name the same path (CG707). */
export function contestedBy({ paths, sharedFiles }: Policy): (path: string) => boolean {
  return (path) => isContested(path, paths, sharedFiles);
}

/** When changes may be made and when not, as far as a team has said so; the window of the process is only an offer. */
export function scheduleOf({ zone, windows, freezes }: Policy): Schedule {
  return { zone, windows: windows === defaultPolicy.windows ? [] : windows, freezes };
}

/** All folders that hold records, each once. */
export function recordFolders({ folders }: Policy): string[] {
  return [...new Set([...folders['change-request'], ...folders['change-record']])];
}

function normalized(folder: string): string {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}
