import { spelledName } from '../process/comparableName';
import type { Process } from '../process/process';

const kinds = '(?:(?:standard|normal|emergency|routine|minor|major|pre-approved|it|production) )?';
const things =
  '(?:change|cr|chg|rfc|request for changes?|change requests?|change records?|change control|change management|änderungsantrag|änderungsanfrage|change-request|change-antrag|demande de changement|fiche de changement|solicitud de cambio|solicitação de mudança|pedido de mudança|requisição de mudança|変更要求|変更依頼|変更申請|变更请求|变更申请|变更单|變更請求|變更申請)';
const forms =
  '(?: ?(?:form|formular|formulaire|formulario|formulário|request|record|document|template|report|sheet|ticket|order|notice|proposal|plan|details|information|summary|process|rfc|cr|chg|change|number|no|id|表|単|单|書|书))*';

const generic = new RegExp(`^${kinds}${things}${forms}$`, 'u');

/** Whether the words of a heading say what kind of document it is, and no more: "Change Request Form", "RFC". */
export function isGenericTitle(words: string, { name }: Pick<Process, 'name'>): boolean {
  const plain = spelledName(words)
    .replace(/(?: (?:no|nr|number))?[.:：]?[ #]*\d[\d.-]{0,15}$/, '')
    .replace(/(?<![.#:：])[.#:：]+$/, '')
    .trim();
  return plain === spelledName(name) || plain === 'untitled' || (plain.length <= 60 && generic.test(plain));
}

/** What stands before a title and says what it is a title of: "Change Request:", "CR #12 –", "[RFC]", "Title:". */
const lead = new RegExp(
  `^(?:\\[?${kinds}${things}${forms}\\]?|title|subject|titel|betreff|titre|título|标题|タイトル)(?: ?[([][^()[\\]]{1,20}[)\\]])?(?: ?(?:no\\.?|nr\\.?|number|#)? ?#?\\d[\\d.-]{0,15})?(?: ?[:：|–—] ?| - |(?<=\\]) )`,
  'iu',
);

/** How long the beginning of a title is that only says what kind of document it is the title of. */
export function genericLength(words: string, { name }: Pick<Process, 'name'>): number {
  const pictures = /^(?:\p{Extended_Pictographic}|[\ufe0f\u200d\s]){1,10}/u.exec(words)?.[0].length ?? 0;
  const found = lead.exec(words.slice(pictures, pictures + 120))?.[0].length;
  if (found !== undefined) return pictures + found;
  const own = words.slice(0, name.length).toLowerCase() === name.toLowerCase();
  const behind = own ? /^(?: ?[:：|–—] ?| - )/.exec(words.slice(name.length))?.[0] : undefined;
  return behind === undefined ? 0 : name.length + behind.length;
}

/** How long the end of a title is that only says what kind of document it is the title of: "… – Change Request". */
export function genericTail(words: string, process: Pick<Process, 'name'>): number {
  const at = Math.max(
    words.lastIndexOf(' - '),
    words.lastIndexOf(' – '),
    words.lastIndexOf(' — '),
    words.lastIndexOf(' | '),
  );
  return at > 0 && isGenericTitle(words.slice(at + 3), process) ? words.length - at : 0;
}
