import { keys } from '../../process/fieldKeys';
import { distance, told } from '../../lifecycle/dateWords';
import { isShorter, mostElapsed } from '../../lifecycle/elapsed';
import { compareDates, dayNumber, formatDate } from '../../text/calendarDate';
import { historyInOrder } from '../../record/historyOrder';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const monitoringTooShort = defineRule({
  code: 'CG603',
  name: 'monitoring-too-short',
  severity: 'warning',
  summary: 'A deployed change is monitored as long as the process asks for (24 hours) before its record is closed.',
  source: 'Phase 6: Post-Merge Monitoring; reading 36',
  fix: { noneBecause: 'How long it was watched only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record, process, businessHours }) {
    const least = process.limits.monitoring;
    const deployed = record.answer(keys.deployed);
    const until = record.answer(keys.monitoredUntil);
    if (!deployed?.date) return;
    if (until?.date) {
      if (compareDates(until.date, deployed.date) < 0) {
        yield finding(
          until,
          `Monitored Until is ${told(until.date, deployed.date)}, before the deployment, which was on ${told(deployed.date, until.date)}.`,
        )
          .related(deployed, deployed.field.label)
          .as('error');
      } else if (isShorter([deployed.date, until.date], least, businessHours)) {
        yield finding(
          until,
          `The change was monitored until ${told(until.date, deployed.date)}, less than ${least.words} after the deployment of ${told(deployed.date, until.date)}.`,
        ).related(deployed, deployed.field.label);
      }
      return;
    }
    const closed = historyInOrder(record).findLast(({ status }) => status.value?.role === 'completed');
    if (record.status?.value?.role !== 'completed' || !closed?.date.date) return;
    const stretch = [deployed.date, closed.date.date] as const;
    // Two days without times are as far apart as they can be: hardly anybody deploys at midnight.
    const isShort = isShorter(stretch, { ...least, minutes: least.minutes + 1 }, businessHours);
    if (mostElapsed(...stretch) <= 0 || !isShort) return;
    const isSameDay = dayNumber(deployed.date) === dayNumber(closed.date.date);
    const day = isSameDay ? 'the day of' : distance(closed.date.date, deployed.date);
    yield finding(
      at(closed.document, closed.date.span),
      `The record was completed on ${formatDate(closed.date.date)}, ${day} the deployment; monitoring for ${least.words} is expected.`,
    ).related(deployed, deployed.field.label);
  },
});
