import { keys } from '../../process/fieldKeys';
import { isPlaceholder } from '../../process/placeholder';
import { isNothing, itemsOf } from '../../record/itemsOf';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { replace } from '../../change/documentEdit';

const counted = [keys.filesToCreate, keys.filesToModify, keys.filesToDelete] as const;

export const fileCountDiffers = defineRule({
  code: 'CG516',
  name: 'file-count-differs',
  severity: 'information',
  summary: 'The scope counts no fewer files than it lists.',
  source: 'Code Impact, Scope',
  fix: { what: 'Writes how many are listed.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    for (const key of counted) {
      const files = record.answer(key);
      const count = /^[*_\s]*(\d{1,6})\b(?![.)]\s)/.exec(files?.text ?? '')?.[1];
      if (!files || count === undefined) continue;
      const items = itemsOf(files).filter(({ item }) => !item.field);
      const indent = items.reduce((least, { item }) => Math.min(least, item.indent), Infinity);
      const listed = items.filter(
        ({ item, text }) => item.indent === indent && text !== '' && !isPlaceholder(text) && !isNothing(text),
      );
      // Only key files have to be listed: more than are listed is no contradiction.
      if (listed.length <= Number(count)) continue;
      const start = files.span.start + files.text.indexOf(count);
      const place = at(files.document, { start, end: start + count.length });
      yield finding(place, `${files.field.label} counts ${count}, but lists ${String(listed.length)}.`)
        .related(listed[0], 'the list')
        .fix(`Write ${String(listed.length)}`, () => [replace(place, String(listed.length))]);
    }
  },
});
