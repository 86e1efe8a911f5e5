import { keys } from '../process/fieldKeys';
import type { ChangeRecord } from '../record/record';
import type { MentioningFile } from '../workspace/references/findMentions';
import { finderFor } from '../record/idAt';
import { isMarkdown, markdownLinks, resolveLink, type Link } from '../workspace/references/links';
import type { TextMention } from '../record/mentionFinder';
import { contains } from '../text/span';
import { canBeChanged } from './canBeChanged';

/** The mentions of a file that follow a record to its new ID, and those that stay. */
export interface SplitFile {
  readonly file: MentioningFile;
  readonly changed: readonly TextMention[];
  readonly left: readonly TextMention[];
  /** Of those that stay, the ones that may mean this record or another one of its ID. */
  readonly doubtful: readonly TextMention[];
}

/** Which mentions of a file mean a record with some files, where no other has its ID or where one has. */
export function splitMentions(
  record: ChangeRecord,
  own: readonly string[],
  isAlone: boolean,
  file: MentioningFile,
): SplitFile {
  if (isEvidence(file.path) || !canBeChanged(file.text))
    return { file, changed: [], left: file.mentions, doubtful: [] };
  const isSure = isAlone || own.includes(file.path);
  const changed = file.mentions.filter(isSure ? meansRecord(record, own, file) : linksTo(own, file));
  const left = file.mentions.filter((mention) => !changed.includes(mention));
  return { file, changed, left, doubtful: isSure ? [] : left.filter(isNoLink(file)) };
}

/** Approvals and events are what somebody signed: they are never rewritten. */
function isEvidence(path: string): boolean {
  return /^\.changegate\/(?:approvals|log)\//.test(path);
}

/**
 * Which mentions of a file mean the record where no other has its ID: all but names of things that keep their names, the
 * branch in git and folders.
 */
function meansRecord(
  record: ChangeRecord,
  own: readonly string[],
  { path, text }: MentioningFile,
): (mention: TextMention) => boolean {
  const branch = record.path === path ? record.answer(keys.branch) : undefined;
  const finder = finderFor([record.process]);
  const isInFolderName = own.some((each) => finder.in(each.slice(0, each.lastIndexOf('/') + 1)).length > 0);
  return ({ span }) => {
    if (branch?.filled === true && branch.document.path === path && contains(branch.span, span)) return false;
    return !(isInFolderName && /^[^\s/\\]{0,200}[/\\]/.test(text.slice(span.end, span.end + 201)));
  };
}

/** Which mentions of a file stand in a link to one of the record's own files. */
function linksTo(own: readonly string[], file: MentioningFile): (mention: TextMention) => boolean {
  const links = linksOf(file).filter(({ target }) => own.includes(resolveLink(file.path, target)?.path ?? ''));
  return ({ span }) => links.some((link) => contains(link.span, span));
}

/** Which mentions of a file stand in no link: a link says which file it means. */
function isNoLink(file: MentioningFile): (mention: TextMention) => boolean {
  const links = linksOf(file);
  return ({ span }) => !links.some((link) => contains(link.span, span));
}

function linksOf({ path, text }: MentioningFile): Link[] {
  return isMarkdown(path) ? markdownLinks(text) : [];
}
