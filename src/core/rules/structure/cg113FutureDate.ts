import { keys } from '../../process/fieldKeys';
import { stageAtLeast } from '../../process/condition';
import type { Stage } from '../../process/processDefinition';
import { dayNumber, formatDate, type CalendarDate } from '../../text/calendarDate';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

/** Fields that tell what has happened, and from which stage on they do: before it they may tell what is planned. */
const past: ReadonlyMap<string, Stage> = new Map([
  [keys.created, 'draft'],
  [keys.lastUpdated, 'draft'],
  [keys.assessmentDate, 'draft'],
  [keys.approvalDate, 'draft'],
  [keys.implementationStart, 'in-progress'],
  [keys.implementationEnd, 'completed'],
  [keys.deployed, 'completed'],
  [keys.notified, 'in-progress'],
  [keys.reviewed, 'completed'],
]);

/** Fields that others rely on: a claim that cannot be true is refused. */
const claims: ReadonlySet<string> = new Set([keys.approvalDate, keys.deployed]);

export const futureDate = defineRule({
  code: 'CG113',
  name: 'future-date',
  severity: 'warning',
  summary: 'What is recorded as having happened does not lie in the future.',
  source: 'Reading 35',
  fix: { noneBecause: 'When it happened only a person knows.' },
  *check({ record, today }) {
    // A day of grace: it may be tomorrow already where the writer is.
    const isFuture = (date: CalendarDate): boolean => dayNumber(date) > dayNumber(today) + 1;
    for (const { field, date, document, span, text } of record.answers) {
      const from = date && past.get(field.key);
      if (!from || !stageAtLeast(record.stage, from) || !isFuture(date)) continue;
      if (/\b(?:plan|estimat|target|expect|schedul)/i.test(text)) continue;
      const end = span.start + text.search(/[\r\n]|$/);
      yield finding(
        at(document, { start: span.start, end }),
        `${field.label} is ${formatDate(date)}, which is after today, ${formatDate(today)}.`,
      ).as(claims.has(field.key) ? 'error' : 'warning');
    }
    const { date: approval } = record.approval;
    if (approval?.date && approval.label === undefined && isFuture(approval.date)) {
      yield finding(
        approval,
        `The approval is of ${formatDate(approval.date)}, which is after today, ${formatDate(today)}.`,
      ).as('error');
    }
    for (const { document, date, status } of record.history) {
      if (!date.date || !isFuture(date.date)) continue;
      yield finding(
        at(document, date.span),
        `The history has ${status.value?.id ?? quoted(status.text)} on ${formatDate(date.date)}, which is after today, ${formatDate(today)}.`,
      );
    }
  },
});
