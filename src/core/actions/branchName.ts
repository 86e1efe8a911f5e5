import { keys } from '../process/fieldKeys';
import { holds } from '../process/condition';
import { slugOf } from './slugOf';
import type { ChangeRecord } from '../record/record';
import { valuesOf } from '../record/valuesOf';

/**
 * The name of a record's branch as its process names branches: `feat/REQ-118-raise-upload-limit`. The requirement or
 * issue is the first that its upstream dependencies name; a record that comes from none has its own ID there, so that
 * the branch leads back to it (reading 5). Undefined where the process does not name branches.
 */
export function branchName(record: ChangeRecord): string | undefined {
  const rule = record.process.source.branchNames?.find(
    ({ when }) => when === undefined || holds(when, (key) => valuesOf(record, key)),
  );
  if (!rule) return undefined;
  const { requirement, issue } = referencesOf(record);
  const own = rule.reference === 'issue' ? (issue ?? requirement) : (requirement ?? issue);
  const reference = own ?? record.id?.text;
  const words = slugOf(record.title?.filled === true ? record.title.text : '');
  const parts: Readonly<Record<string, string>> = { reference: reference ?? '', title: words };
  const name = rule.pattern.replace(/\{(reference|title)\}/g, (_, part: string) => parts[part] ?? '');
  // What is not known leaves no dashes behind.
  const tidy = name.replace(/\/-+/g, '/').replace(/-+$/, '');
  return tidy.endsWith('/') ? undefined : tidy;
}

/** The first requirement and the first issue that a record comes from. */
function referencesOf(record: ChangeRecord): { readonly requirement?: string; readonly issue?: string } {
  const upstream = record.answer(keys.upstream);
  const text = upstream?.filled === true ? upstream.text : '';
  const requirement = /\bREQ-(?!X+\b)[A-Z0-9]+(?:-[A-Z0-9]+)*\b/i.exec(text)?.[0].toUpperCase();
  const number = /\bIssue[- ]?#?(\d+)\b|(?:^|[\s([])#(\d+)\b/i.exec(text);
  const issue = number?.[1] ?? number?.[2];
  return { ...(requirement ? { requirement } : {}), ...(issue ? { issue: `Issue-${issue}` } : {}) };
}
