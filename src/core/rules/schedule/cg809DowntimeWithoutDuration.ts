import { keys } from '../../process/fieldKeys';
import { plainText } from '../../record/plainText';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const downtimeWithoutDuration = defineRule({
  code: 'CG809',
  name: 'downtime-without-duration',
  severity: { draft: 'off', proposed: 'warning', over: 'information' },
  summary: 'A downtime that is required says how long it is.',
  source: 'Impact Assessment, "Downtime required: [Yes/No - Duration]"',
  fix: { what: 'Goes to the place; only a person knows how long it takes.' },
  appliesTo: ['change-record'],
  *check({ record }) {
    const downtime = record.answer(keys.downtime);
    if (downtime?.filled !== true || !/^(?:yes|y|true|required)[.!\s]*$/i.test(plainText(downtime.text))) return;
    yield finding(downtime, 'Downtime is required, but its duration is not given.').goTo(
      'Go to the downtime',
      downtime,
    );
  },
});
