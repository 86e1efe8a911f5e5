import { keys } from '../../process/fieldKeys';
import { at } from '../../record/places';
import { quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { filesIn, mayBeSame, plannedFiles, type PlannedFile } from '../../record/plannedFiles';

/** What the assessment says is done with a file, and the words of the plan that say something else. */
const kinds = [
  [keys.filesToCreate, /^(?:modif\w*|change\w*|edit\w*|delete\w*|remove\w*)$/i, 'created'],
  [keys.filesToModify, /^(?:create\w*|add\w*|new|delete\w*|remove\w*)$/i, 'modified'],
  [keys.filesToDelete, /^(?:create\w*|add\w*|new|modif\w*|change\w*|edit\w*)$/i, 'deleted'],
] as const;

export const filePlanDiffers = defineRule({
  code: 'CG609',
  name: 'file-plan-differs',
  severity: 'information',
  summary: 'The plan changes the files that record and assessment name, in the way that they say.',
  source: 'Implementation Plan, Files to Modify; Code Impact, Scope; Affected Components, Files',
  fix: { noneBecause: 'Which of the places is right only a person knows.' },
  appliesTo: ['change-request'],
  *check({ record }) {
    const planned = plannedFiles(record);
    if (planned.length === 0) return;
    const byPath = new Map<string, PlannedFile>(planned.map((file) => [file.path, file]));
    for (const [key, others, words] of kinds) {
      for (const file of filesIn(record.answer(key))) {
        const row = byPath.get(file.path);
        if (!row?.type || !others.test(row.type.text)) continue;
        yield finding(
          row.type,
          `The plan says ${quoted(row.type.text)} of ${quoted(row.text)}, but in the assessment it is ${words}.`,
        ).related(file, 'the assessment');
      }
    }
    const named = filesIn(record.answer(keys.files));
    const [first] = named;
    const answer = record.answer(keys.files);
    // A key file more or less is no contradiction; a plan that knows none of them is another one's.
    if (!first || !answer || named.length > 200 || planned.length > 200) return;
    if (named.some(({ path }) => planned.some((file) => mayBeSame(path, file.path)))) return;
    yield finding(
      planned[0] ?? first,
      `The plan changes none of the files that the record names, such as ${quoted(first.text)}.`,
    ).related(at(answer.document, answer.label), 'Files of the record');
  },
});
