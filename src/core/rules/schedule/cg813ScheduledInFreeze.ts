import { keys } from '../../process/fieldKeys';
import { scheduledMoments } from '../../lifecycle/scheduledMoments';
import { freezesOn } from '../../lifecycle/windows';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const scheduledInFreeze = defineRule({
  code: 'CG813',
  name: 'scheduled-in-freeze',
  severity: 'warning',
  summary: 'No change but an emergency is scheduled for a freeze, or made in one.',
  source: 'Change Windows; reading 48',
  fix: { noneBecause: 'When the change is made instead only people decide.' },
  appliesTo: ['change-record'],
  *check({ record, process, schedule }) {
    if (!schedule || schedule.freezes.length === 0 || record.type === 'emergency') return;
    const status = record.status?.value;
    const isGivenUp = status?.stage === 'draft' && status.id !== process.statuses[0]?.id;
    if (record.type === undefined || isGivenUp) return;
    const made = record.answer(keys.deployed);
    const planned = record.answer(keys.scheduled);
    // What was made was made then, whatever had been planned.
    const when = made?.date ? made : planned;
    if (!when?.date) return;
    const moments = scheduledMoments(when.date, when.text, schedule.zone);
    const [{ day }] = moments;
    const [freeze] = freezesOn(schedule.freezes, day);
    if (!freeze || moments.some((each) => freezesOn(schedule.freezes, each.day).length === 0)) return;
    const how = when === made ? 'was implemented' : 'is scheduled';
    yield finding(
      when,
      `The change ${how} on ${day}, in the freeze "${freeze.name}" from ${freeze.from} to ${freeze.to}.`,
    ).related(record.answer(keys.type), 'the type');
  },
});
