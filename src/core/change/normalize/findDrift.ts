import type { ChangeRecord, RecordDocument } from '../../record/record';
import { choiceWord } from './choiceWord';
import { dateForm } from './dateForm';
import type { Drift, DriftFinder } from './drift';
import { fieldTable } from './fieldTable';
import { frontMatterValue } from './frontMatterValue';
import { headingField } from './headingField';
import { headingForm } from './headingForm';
import { headingLevel } from './headingLevel';
import { historyList } from './historyList';
import { itemLabel } from './itemLabel';
import { labelForm } from './labelForm';
import { nextLineValue } from './nextLineValue';
import { optionSpelling } from './optionSpelling';
import { riskLevel } from './riskLevel';
import { riskMatrix } from './riskMatrix';
import { statusBoxes } from './statusBoxes';
import { statusForm } from './statusForm';
import { titleHeading } from './titleHeading';

/** All forms that are brought to that of the template, one file each. What comes first has the first go at a line. */
const finders: readonly DriftFinder[] = [
  fieldTable,
  headingField,
  itemLabel,
  labelForm,
  nextLineValue,
  choiceWord,
  optionSpelling,
  statusBoxes,
  statusForm,
  titleHeading,
  headingForm,
  headingLevel,
  dateForm,
  historyList,
  riskLevel,
  riskMatrix,
  frontMatterValue,
];

/** Longer texts are no records that a person wrote, and not normalized. In UTF-16 code units. */
const longest = 64 * 1024;

/** Why a text is left alone as a whole, as the rest of a sentence; undefined if it is not. */
export function whyNot(text: string): string | undefined {
  if (text.length > longest) return `is longer than ${String(longest / 1024)} KiB, which no record should be`;
  return hasSeveralEndings(text) ? 'ends its lines in several ways' : undefined;
}

function hasSeveralEndings(text: string): boolean {
  return text.includes('\r') && text.includes('\n') && /\r(?!\n)|(?<!\r)\n/.test(text);
}

/**
 * Everything in one text of a record that is in another form than the template's; none in a text that is left alone.
 */
export function* findDrift(record: ChangeRecord, document: RecordDocument): Generator<Drift, void> {
  if (whyNot(document.text) !== undefined) return;
  for (const finder of finders) for (const drift of finder(record, document)) yield drift;
}
