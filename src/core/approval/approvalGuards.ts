import { formatDate, compareDates } from '../text/calendarDate';
import type { ChangeRecord, Place } from '../record/record';
import { at, headingPlace, titlePlace } from '../record/places';
import { historyInOrder } from '../record/historyOrder';
import { sectionsByDefinition } from '../record/sectionsByDefinition';
import { approvalGap } from './approvalSentence';

/** One thing that an approval still needs, in a sentence, and where a person writes it. */
export interface ApprovalNeed {
  readonly message: string;
  readonly place: Place;
}

/**
 * All that is missing for the approval of a record to be one (readings 26, 31 and 32): token or approver, date, and
 * every role that has to approve. A record that came back for a new approval (reading 28) needs one from after that.
 * Nothing for a record that is pre-approved.
 */
export function approvalNeeds(record: ChangeRecord): ApprovalNeed[] {
  const { approval, process } = record;
  const needs: ApprovalNeed[] = [];
  if (approval.preApproved) return needs;
  if (!approval.isValid) {
    const gap = approvalGap(record);
    if (gap) needs.push({ message: sentence(gap.words), place: placeOf(gap.place, record) });
    if (approval.date?.date === undefined) {
      needs.push({ message: 'The approval has no date.', place: placeOf(approval.date, record) });
    }
    // Who stands in the one field for the approver is told by the two before.
    if (process.tokens.length > 0 || (!gap && approval.date?.date !== undefined)) {
      for (const role of approval.missing) {
        const said = approval.roles.find((each) => each.role === role && each.place === 'box');
        const verb = said?.state === 'rejected' ? 'has rejected it' : 'has not approved it';
        needs.push({ message: `The ${role.label} ${verb}.`, place: placeOf(said, record) });
      }
    }
    if (needs.length === 0) {
      needs.push({ message: 'The approval is not complete.', place: placeOf(undefined, record) });
    }
  }
  const returned = lastReturn(record);
  const { date } = approval;
  if (needs.length === 0 && returned && date?.date && compareDates(date.date, returned) < 0) {
    const message = `The approval of ${formatDate(date.date)} is from before the record was proposed again on ${formatDate(returned)}.`;
    needs.push({ message, place: placeOf(date, record) });
  }
  // From the top of the record to its end, as a person fills it in.
  return needs.sort((one, other) => one.place.span.start - other.place.span.start);
}

/** The day on which a record that was approved already was proposed again. */
function lastReturn(record: ChangeRecord) {
  const rows = historyInOrder(record);
  const at = rows.findLastIndex(({ status }) => status.value?.role === 'waiting');
  const wasApproved = rows.slice(0, Math.max(0, at)).some(({ status }) => status.value?.needsApproval === true);
  return wasApproved ? rows[at]?.date.date : undefined;
}

/** Where the approval is written: the value, else its label, else its section, else the title. */
function placeOf(place: (Place & { readonly label?: Place['span'] }) | undefined, record: ChangeRecord): Place {
  if (place) return place.label && place.span.end === place.span.start ? at(place.document, place.label) : place;
  const { approval, process } = record;
  const home = approval.token ?? record.answer('approver');
  if (home) return home;
  const definition = process.field('approval-token')?.section;
  const section = definition && sectionsByDefinition(record).get(definition);
  return (section && headingPlace(section)) ?? titlePlace(record);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
