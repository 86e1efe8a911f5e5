import { gravest, type Finding } from './finding';

/** So many findings of one rule are shown in one file; nobody reads more of them one by one. */
const mostShown = 50;

/**
 * Findings, by place, of which those of one rule in one file beyond the first fifty are one line: as grave as the
 * gravest of them, at the place of the first of them.
 */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostShown) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.path}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const replaced = new Map<Finding, Finding | undefined>();
  for (const group of groups.values()) {
    const [first, ...others] = group.slice(mostShown);
    if (!first || others.length === 0) continue;
    for (const other of others) replaced.set(other, undefined);
    replaced.set(first, folded([first, ...others]));
  }
  if (replaced.size === 0) return findings;
  return findings.flatMap((finding) => (replaced.has(finding) ? (replaced.get(finding) ?? []) : [finding]));
}

function folded(rest: readonly [Finding, ...Finding[]]): Finding {
  const [first] = rest;
  const severity = gravest(rest.map((each) => each.severity));
  const message = `${String(rest.length)} more findings of ${first.code} ${first.name} are in this file.`;
  return { ...first, severity, message, related: [], fixes: [] };
}
