import { defaultFilePatterns } from '../record/identifyFile';
import type { Severity } from '../rules/rule';
import type { PolicySource } from './policySchema';

/** What decides which files are records and how much a finding matters. */
export interface Policy {
  /** Folders by process; each counts with its subfolders. */
  readonly folders: { readonly 'change-request': readonly string[]; readonly 'change-record': readonly string[] };
  readonly files: readonly string[];
  readonly exclude: readonly string[];
  /** An IANA time zone. */
  readonly zone: string;
  /** Severities by code or name of a rule. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/** Where the policy file is, in each workspace folder. */
export const policyPath = '.changegate/policy.yml';

/** What holds where nothing else is said. */
export const defaultPolicy: Policy = {
  folders: { 'change-request': ['docs/processes/change-requests'], 'change-record': ['docs/processes/change-records'] },
  files: defaultFilePatterns,
  exclude: [],
  zone: 'UTC',
  severities: new Map(),
};

/** The policy that a file asks for, with the defaults where it is silent. */
export function policyOf({ folders, files, exclude, zone, rules }: PolicySource): Policy {
  return {
    folders: {
      'change-request': folders?.['change-requests']?.map(normalised) ?? defaultPolicy.folders['change-request'],
      'change-record': folders?.['change-records']?.map(normalised) ?? defaultPolicy.folders['change-record'],
    },
    files: files ?? defaultPolicy.files,
    exclude: exclude ?? defaultPolicy.exclude,
    zone: zone ?? defaultPolicy.zone,
    severities: new Map(
      Object.entries(rules ?? {}).map(([name, setting]) => [
        name,
        typeof setting === 'string' ? setting : setting.severity,
      ]),
    ),
  };
}

/** All folders that hold records, each once. */
export function recordFolders({ folders }: Policy): string[] {
  return [...new Set([...folders['change-request'], ...folders['change-record']])];
}

function normalised(folder: string): string {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}
