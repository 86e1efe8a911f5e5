import { counted } from '../../text/counted';
import type { DueDate, Overlap, PortfolioView, Wait } from '../portfolio';
import { element, type Markup } from '../svg/markup';
import { card, list, longTable, recordName } from './htmlParts';

const dueWords: Readonly<Record<DueDate['kind'], string>> = {
  approval: 'Decide',
  notification: 'Notify the CTO',
  review: 'Review',
  scheduled: 'Make the change',
};

/** Whom records wait for, which of them name the same files, and what is due. */
export function waitingPart({ waits, due, overlaps }: PortfolioView): Markup {
  return element(
    'div',
    { class: 'cards pair loose' },
    element('div', { class: 'stack' }, waitsCard(waits), overlapsCard(overlaps)),
    card(
      'Due',
      longTable(
        'By day',
        [{ head: 'Day', kind: 'nowrap' }, { head: 'What' }],
        due.map(({ kind, record, day, isOverdue, because }) => [
          [day, isOverdue ? element('div', { class: 'late' }, 'Overdue') : undefined],
          [`${dueWords[kind]}: `, recordName(record), element('div', { class: 'muted small' }, because)],
        ]),
        'Nothing is due.',
        10,
      ),
    ),
  );
}

function waitsCard(waits: readonly Wait[]): Markup {
  return card(
    'What waits for whom',
    longTable(
      'Approvals, and records that have to be completed before others',
      [{ head: 'Waits for' }, { head: 'Records' }],
      waits.map(({ whom, kind, records }) => [
        kind === 'role' ? whom : element('span', { class: 'id' }, whom),
        list(
          records.map(({ record, days }) => [
            recordName(record),
            days === null ? undefined : [' ', element('span', { class: 'muted nowrap' }, `(${counted(days, 'day')})`)],
          ]),
        ),
      ]),
      'Nothing waits.',
      10,
    ),
  );
}

function overlapsCard(overlaps: readonly Overlap[]): Markup {
  return card(
    'Overlaps',
    longTable(
      'Open records that name the same files',
      [{ head: 'Records', kind: 'half' }, { head: 'Files' }],
      overlaps.map(({ records, files }) => [
        list(records.map((record) => recordName(record))),
        list([...files.slice(0, 8), ...(files.length > 8 ? [`and ${String(files.length - 8)} more`] : [])]),
      ]),
      'No two open records name the same file.',
      6,
    ),
  );
}
