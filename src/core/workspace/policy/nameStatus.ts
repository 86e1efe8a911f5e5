import { isMap, isSeq, parseDocument } from 'yaml';
import type { ChangeStep } from '../../change/change';
import { policyPath } from './policy';

/**
 * The steps that make a word another name of a status in the policy, which is written where there is none. No steps where
 * the policy has something else in that place.
 */
export function nameStatus(text: string | undefined, process: string, status: string, word: string): ChangeStep[] {
  const document = parseDocument(text ?? 'version: 1\n');
  const path = ['processes', process, 'statuses'];
  const statuses = document.getIn(path);
  if (statuses !== undefined && !isSeq(statuses)) return [];
  const entries = isSeq(statuses) ? statuses.items : [];
  const index = entries.findIndex((entry) => isMap(entry) && entry.get('id') === status);
  const entry = { id: status, aliases: [word] };
  if (statuses === undefined) document.setIn(path, document.createNode([entry]));
  else if (index < 0) document.addIn(path, document.createNode(entry));
  else {
    const names = document.getIn([...path, index, 'aliases']);
    if (names === undefined) document.setIn([...path, index, 'aliases'], document.createNode([word]));
    else if (isSeq(names)) document.addIn([...path, index, 'aliases'], word);
    else return [];
  }
  const newText = document.toString({ lineWidth: 0 });
  return text === undefined
    ? [{ kind: 'create', path: policyPath, text: newText }]
    : [{ kind: 'edit', path: policyPath, before: text, edits: [{ span: { start: 0, end: text.length }, newText }] }];
}
