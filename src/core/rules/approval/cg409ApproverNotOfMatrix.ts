import { keys } from '../../process/fieldKeys';
import { termsOf } from '../../approval/approvalTerms';
import { plainText } from '../../record/plainText';
import { roleNamed } from '../../record/approvalLine';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** Roles that the matrix does not know; anything else may be a team's word for one that it does. */
const others =
  /^(?:(?:senior|junior|staff|principal|lead|software|backend|frontend|platform)\s+)*(?:developer|engineer|architect|tester)$|^(?:tech(?:nical)?|team|qa) lead$|^(?:product owner|product manager|project manager|scrum master)$/i;

export const approverNotOfMatrix = defineRule({
  code: 'CG409',
  name: 'approver-not-of-matrix',
  severity: 'warning',
  summary: 'A change record is approved by the role that the matrix names for its type.',
  source: 'Change Approval Matrix',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const { type, process } = record;
    const approver = record.answer(keys.approver);
    const [asked] = termsOf(record).roles;
    if (!approver?.filled || !asked || (type !== 'normal' && type !== 'emergency')) return;
    const match = /[([]([^()[\]]{2,60})[)\]]|\s[–—-]\s*([^–—,;()]{2,60})$|,\s*([^,;()]{2,60})$/.exec(
      approver.text.slice(0, 300),
    );
    const written = plainText(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
    const role = written === '' ? undefined : roleNamed(written, process);
    // The CTO may do what the Engineering Manager may.
    if (role === asked || (role?.id === 'cto' && type === 'normal') || (!role && !others.test(written))) return;
    if (!match) return;
    const start = approver.span.start + match.index + match[0].indexOf(written);
    yield finding(
      at(approver.document, { start, end: start + written.length }),
      `The approver is named as ${quoted(written)}; a change of type ${type} is approved by the ${asked.label}.`,
    ).related(record.answer(keys.type), 'the type');
  },
});
