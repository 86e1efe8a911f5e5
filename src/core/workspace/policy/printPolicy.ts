import { stringify } from 'yaml';
import { timeOfDay } from '../../lifecycle/businessHours';
import { tellRhythm } from '../../lifecycle/windows';
import type { Process } from '../../process/process';
import { printedProcess } from './extendProcess';
import type { Policy } from './policy';
import { completeness } from '../../rules/structure/cg101Completeness';
import { anyAnswer } from '../../rules/wantedAnswers';

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
          ...(severities.size === 0 && !policy.answers ? {} : { rules: writtenRules(policy) }),
        };
  return stringify({ version: 1, ...rest, processes: printed }, { lineWidth: 120 });
}

/** Severities by rule; those of answers below the rule that asks for them. */
function writtenRules({ severities, answers = new Map() }: Policy): Readonly<Record<string, unknown>> {
  const { [completeness.code]: byCode, [completeness.name]: byName, ...rules } = Object.fromEntries(severities);
  const whole = byCode ?? byName ?? answers.get(anyAnswer);
  const own = [...answers].filter(([name]) => name !== anyAnswer);
  if (whole === undefined && own.length === 0) return rules;
  const severity = whole === undefined ? {} : { severity: whole };
  return { ...rules, [completeness.code]: own.length === 0 ? whole : { ...severity, ...Object.fromEntries(own) } };
}

/** The whole of the workspace has a name of its own. */
function written(folder: string): string {
  return folder === '' ? '.' : folder;
}
