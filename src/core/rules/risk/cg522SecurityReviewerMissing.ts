import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { isNothing } from '../../record/itemsOf';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const securityReviewerMissing = defineRule({
  code: 'CG522',
  name: 'security-reviewer-missing',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  summary: 'A security review that is required has a reviewer.',
  source: 'Security Impact, Security Review Required and Security Reviewer; reading 26',
  fix: { what: 'Goes to the reviewer; who reviews only people know.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const required = chosenOption(record, keys.securityReviewRequired);
    if (required?.value !== 'YES') return;
    const reviewer = record.answer(keys.securityReviewer);
    if (reviewer?.filled === true && !isNothing(reviewer.text)) return;
    // Anyone who approved for the Security Team has reviewed.
    const { roles } = record.approval;
    if (roles.some(({ role, state, name }) => role?.id === 'security' && state === 'approved' && name !== undefined))
      return;
    const place = reviewer ? at(reviewer.document, reviewer.filled ? reviewer.span : reviewer.label) : required;
    const words = reviewer?.filled ? `the reviewer is ${quoted(reviewer.text)}` : 'no reviewer is named';
    yield finding(place, `A security review is required, but ${words}.`)
      .related(reviewer ? required : undefined, 'Security Review Required')
      .goTo('Go to Security Reviewer', place);
  },
});
