import { keys } from '../../process/fieldKeys';
import type { Answer, Choice, ChangeRecord } from '../../record/record';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const breakingChangeDisagrees = defineRule({
  code: 'CG506',
  name: 'breaking-change-disagrees',
  severity: { draft: 'information', proposed: 'warning' },
  summary: 'What the assessment says of breaking changes agrees in all of its places.',
  source: 'Code Impact; reading 27',
  fix: { noneBecause: 'Whether the change breaks anything only a person knows.' },
  *check({ record }) {
    const breaking = single(record, keys.breakingChanges);
    if (!breaking) return;
    const says = breaking.choice.option?.value;
    const compatibility = single(record, keys.backwardCompatibility);
    const api = record.answer(keys.apiSurface);
    const box = api?.chosen.find(({ text }) => /\(breaking\)/i.test(text));
    const kept = compatibility?.choice.option?.value;
    const place = at(breaking.answer.document, breaking.choice.span);
    if (says === 'NO' && box && api) {
      yield finding(place, `Breaking Changes is NO, but "${box.text}" is ticked.`).related(
        at(api.document, box.span),
        'API Surface Changes',
      );
    } else if (says === 'NO' && compatibility && kept === 'Breaking') {
      yield finding(place, 'Breaking Changes is NO, but Backward Compatibility is Breaking.').related(
        at(compatibility.answer.document, compatibility.choice.span),
        'Backward Compatibility',
      );
    } else if (says === 'YES' && compatibility && kept === 'Maintained') {
      yield finding(place, 'Breaking Changes is YES, but Backward Compatibility is Maintained.').related(
        at(compatibility.answer.document, compatibility.choice.span),
        'Backward Compatibility',
      );
    }
  },
});

function single(record: ChangeRecord, key: string): { answer: Answer; choice: Choice } | undefined {
  const answer = record.answer(key);
  const [choice] = answer?.chosen ?? [];
  return answer && choice ? { answer, choice } : undefined;
}
