import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

function example(name: string): string {
  return readFileSync(resolve('examples/docs/processes', name), 'utf8');
}

/** A change request as a DRAFT that answers all that a proposal owes: the completed one of the samples, taken back. */
export const draftRequest = example('change-requests/CR-2026-02-09-001.md')
  .replace('**Status**: COMPLETED', '**Status**: DRAFT')
  .replace(/(\*\*Last Updated\*\*: ).* UTC/, '$12026-02-09 08:40:00 UTC')
  .replaceAll(' - Approved', ' - Pending')
  .replace(/- \[x\] (Technical Lead|Product Owner): [^(]*\(Date: [\d-]+\)/g, '- [ ] $1: ____________ (Date: ______)')
  .replace('**Approval Token Received**: ATP', '**Approval Token Received**: [ATP | Approved to Proceed | Yes/No]')
  .replace(/(\*\*Approval Date\*\*: ).*/, '$1YYYY-MM-DD')
  .replace(/(\*\*Branch\*\*: ).*/, '$1feat/REQ-XXX-description or fix/Issue-NNN-description')
  .replace(/(\*\*Pull Request\*\*: ).*/, '$1#NNN')
  .replace(/(\*\*(?:Implementation Start|Implementation End|Deployed to Production)\*\*: ).*/g, '$1YYYY-MM-DD')
  .replace(/^\| 2026-02-(?:10|11|12|27) \| [A-Z_]+ \|.*\n/gm, '')
  .replace(/\n---\n\n## Closure[\s\S]*$|\n## Closure[\s\S]*$/, '')
  .replace(/## Implementation Plan[\s\S]*$/, (plan) => plan.replaceAll('[x]', '[ ]'));

/** What people write when they approve a request on a day. Never done by the product. */
export function approved(text: string, day: string): string {
  return text
    .replace(/- \[[ x]\] (Technical Lead|Product Owner): .*?\(Date: [^)]*\)/g, `- [x] $1: Dana Field (Date: ${day})`)
    .replace(/ - (Technical Lead|Product Owner) - \w+/g, ' - $1 - Approved')
    .replace(/(\*\*Approval Token Received(?:\*\*:|:\*\*) ).*/, '$1ATP')
    .replace(/(\*\*Approval Date(?:\*\*:|:\*\*) ).*/, `$1${day}`);
}

/** What people write when the work is done: all steps, the pull request and the end. */
export function finished(text: string, day: string): string {
  return text
    .replace(/## Implementation Plan[\s\S]*$/, (plan) => plan.replaceAll('[ ]', '[x]'))
    .replace(/(\*\*Pull Request(?:\*\*:|:\*\*) ).*/, '$1#412')
    .replace(/(\*\*Implementation End(?:\*\*:|:\*\*) ).*/, `$1${day}`);
}

/** A change record as a DRAFT that answers all that its type owes. */
export function draftChange(type: 'Standard' | 'Normal' | 'Emergency'): string {
  return example('change-records/CHG-20260224-001.md')
    .replace('CHG-20260224-001', 'CHG-20260209-001')
    .replace('**Type**: Normal', `**Type**: ${type}`)
    .replace('**Date**: 2026-02-23', '**Date**: 2026-02-09')
    .replace('**Status**: COMPLETED', '**Status**: DRAFT')
    .replace(/\*\*(?:Approver|Approved|Scheduled|Implemented|Reviewed)\*\*: .*\n/g, '')
    .replaceAll('[x]', '[ ]');
}
