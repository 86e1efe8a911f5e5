import { keys } from '../../process/fieldKeys';
import { told } from '../../lifecycle/dateWords';
import { compareDates } from '../../text/calendarDate';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const implementedBeforeWindow = defineRule({
  code: 'CG808',
  name: 'implemented-before-window',
  severity: 'warning',
  summary: 'A normal change is not made before its change window begins.',
  source: 'Change Windows; reading 48',
  fix: { noneBecause: 'What happened cannot be mended by an edit; the record tells it as it was.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const scheduled = record.answer(keys.scheduled);
    const implemented = record.answer(keys.deployed);
    if (record.type !== 'normal' || !scheduled?.date || !implemented?.date) return;
    if (compareDates(implemented.date, scheduled.date) >= 0) return;
    yield finding(
      implemented,
      `The change was implemented on ${told(implemented.date, scheduled.date)}, before its window of ${told(scheduled.date, implemented.date)}.`,
    ).related(scheduled, scheduled.field.label);
  },
});
