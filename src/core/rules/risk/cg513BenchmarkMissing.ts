import { keys } from '../../process/fieldKeys';
import { chosenOption } from '../../record/chosen';
import { isNothing } from '../../record/itemsOf';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const benchmarkMissing = defineRule({
  code: 'CG513',
  name: 'benchmark-missing',
  severity: { draft: 'off', completed: 'information' },
  summary: 'A completed change that had to be measured says what came out.',
  source: 'Performance Impact, Performance Testing Required; Pre-Merge Checklist',
  fix: { what: 'Goes to the results; only a person has them.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const required = chosenOption(record, keys.performanceTestingRequired);
    if (required?.value !== 'YES') return;
    const results = record.answer(keys.performanceBenchmarkResults);
    if (results?.filled === true && !isNothing(results.text)) return;
    const place = results ? at(results.document, results.label) : required;
    yield finding(
      place,
      `Performance Testing Required is YES, but the record is ${record.status?.value?.id ?? ''} without benchmark results.`,
    )
      .related(results ? required : undefined, 'Performance Testing Required')
      .goTo('Go to the results', place);
  },
});
