import { comparableName } from '../process/comparableName';

/** How a label of several words is written: `CR Number`, `CR-Number`, `CR No.`. */
function spelled(names: readonly string[]): ReadonlySet<string> {
  const ends = names.flatMap((name) =>
    / n[or]$/.test(name)
      ? [name, `${name}.`, ...['n°', 'nº', '#', '№'].map((end) => name.replace(/n[or]$/, end))]
      : [name],
  );
  const forms = ends.flatMap((name) => [name, name.replaceAll(' ', '-'), name.replaceAll(' ', '_')]);
  return new Set(forms.map(comparableName));
}

/** Labels behind which a record names its own ID, as they are compared. */
export const idLabels: ReadonlySet<string> = spelled([
  'id',
  'identifier',
  'number',
  'ticket',
  ...['cr', 'chg', 'change', 'rfc', 'record', 'request', 'change request', 'change record', 'change control'].flatMap(
    (what) => [
      ...(what === 'change' || what === 'record' || what === 'request' || what === 'change control' ? [] : [what]),
      ...['id', 'identifier', 'number', 'no', 'nr', 'num', 'nummer', 'ref', 'reference', 'ticket'].map(
        (end) => `${what} ${end}`,
      ),
    ],
  ),
  ...[
    'änderungsnummer',
    'änderungs id',
    'antragsnummer',
    'numéro de changement',
    'número de cambio',
    'número da mudança',
  ],
  ...['变更编号', '变更单号', '變更編號', '変更番号', '変更id'],
  ...['ticket', 'tracking', 'document'].flatMap((what) => ['id', 'number', 'no'].map((end) => `${what} ${end}`)),
]);

/** Labels of a title that are nothing else, and those that are one where no better is found; as they are compared. */
export const titleLabels: ReadonlySet<string> = spelled([
  'title',
  'subject',
  'change title',
  'cr title',
  'rfc title',
  'request title',
  'record title',
  'change request title',
  'change record title',
  'title of change',
  'title of the change',
  ...['titel', 'betreff', 'titre', 'título', 'asunto', 'assunto', '标题', '標題', '件名', 'タイトル'],
]);
export const otherTitleLabels: ReadonlySet<string> = spelled([
  'name',
  'change name',
  'change request name',
  'summary of change',
  'summary of the change',
  'summary of changes',
  'change summary',
  'short description',
  'short title',
  'summary',
  'headline',
]);

/** All of them: labels that say something of the record itself, whether or not the process has a field for it. */
export const ownLabels: ReadonlySet<string> = new Set([...idLabels, ...titleLabels, ...otherTitleLabels]);
