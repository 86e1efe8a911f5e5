import { stringify } from 'yaml';
import { timeOfDay } from '../../lifecycle/businessHours';
import { tellRhythm } from '../../lifecycle/windows';
import type { Process } from '../../process/process';
import { printedProcess } from './extendProcess';
import type { Policy } from './policy';

/**
 * A policy with everything that holds, as YAML that is read back as the same policy: the built-in processes are written
 * in the same format as a team's own. `only` names the processes to print, instead of all of them and the rest.
 */
export function printPolicy(policy: Policy, processes: readonly Process[], only: readonly string[] = []): string {
  const chosen = only.length === 0 ? processes : processes.filter(({ id }) => only.includes(id));
  const printed = Object.fromEntries(chosen.map(({ id, source }) => [id, printedProcess(source)]));
  const { folders, files, exclude, zone, severities, businessHours, untouched } = policy;
  const rest =
    only.length > 0
      ? {}
      : {
          folders: {
            'change-requests': folders['change-request'].map(written),
            'change-records': folders['change-record'].map(written),
          },
          files,
          exclude,
          zone,
          'business-hours': {
            days: businessHours.days,
            from: timeOfDay(businessHours.from),
            to: timeOfDay(businessHours.to),
            holidays: [...businessHours.holidays],
          },
          windows: policy.windows.map(({ name, on, from, to, use }) => ({
            name,
            on: tellRhythm(on),
            from: timeOfDay(from),
            to: timeOfDay(to),
            ...(use === '' ? {} : { use }),
          })),
          freezes: policy.freezes.map(({ name, from, to, reason }) => ({
            name,
            from,
            to,
            ...(reason === '' ? {} : { reason }),
          })),
          paths: policy.paths,
          'shared-files': policy.sharedFiles,
          requirements: policy.requirements,
          suppressions: policy.suppressions,
          ...(policy.baseline === undefined ? {} : { baseline: policy.baseline }),
          ...(untouched ? { untouched: Object.fromEntries(untouched) } : {}),
          ...(severities.size === 0 ? {} : { rules: Object.fromEntries(severities) }),
        };
  return stringify({ version: 1, ...rest, processes: printed }, { lineWidth: 120 });
}

/** The whole of the workspace has a name of its own. */
function written(folder: string): string {
  return folder === '' ? '.' : folder;
}
