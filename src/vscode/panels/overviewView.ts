import type { RecordSummary } from '../../core/workspace/recordSummary';
import { lookOf } from '../../core/process/statusLook';
import type { NamedInput } from '../../core/present/portfolioTogether';
import type { Block, Entry, Group, OverviewHead, OverviewSection } from '../../webview/protocol/overview';
import type { Asked } from './asked';
import type { OverviewStrings } from './overviewStrings';

/** The pages over all records. */
export type OverviewKind = 'dashboard' | 'calendar';

/** What the pages over all records look at. */
export interface Known {
  /** Those that are shown, told apart where there are several. */
  readonly folders: readonly NamedInput[];
  /** All folders of the window, by URI and name. */
  readonly choice: readonly { readonly uri: string; readonly name: string }[];
  /** Folders whose policy cannot be read, by URI and name. */
  readonly unreadable: readonly { readonly uri: string; readonly name: string }[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A page over all records, as it is shown. */
export interface OverviewView {
  readonly head: OverviewHead;
  readonly sections: readonly OverviewSection[];
  /** What is read aloud when it changes. */
  readonly spoken: string;
}

/** The choice between folders, where there are several. */
export function folderSelect({ choice }: Known, asked: Asked, strings: OverviewStrings): OverviewHead['selects'] {
  if (choice.length < 2) return [];
  const options = choice.map(({ uri, name }) => ({ value: uri, label: name }));
  const value = options.some((option) => option.value === asked.folder) ? asked.folder : '';
  return [
    { select: 'folder', label: strings.folder, value, options: [{ value: '', label: strings.allFolders }, ...options] },
  ];
}

/** What is wrong with policies, each with the way to it. */
export function policyNotices({ unreadable }: Known, strings: OverviewStrings): OverviewHead['notices'] {
  return unreadable.map(({ uri, name }) => ({
    text: strings.policyUnreadable(name),
    act: { act: `policy ${uri}`, label: strings.openPolicy },
  }));
}

/** A status as a row tells it. */
export function statusOf({ status, role }: Pick<RecordSummary, 'status' | 'role'>): {
  readonly text: string;
  readonly look: string;
} {
  const { label, color } = lookOf(status, role);
  return { text: label, look: color.replace(/^.*\./, '') };
}

/** More rows than these nobody reads; a selection or an export has them all. */
const mostRows = 1000;

/** A list of which the first entries are told; the others once somebody asks for them. */
export function listBlock(
  list: string,
  caption: string,
  groups: readonly Group[],
  empty: string,
  { unfolded }: Asked,
  most: number,
): Extract<Block, { readonly kind: 'list' }> {
  let room = unfolded.includes(list) ? mostRows : most;
  let hidden = 0;
  const told: Group[] = [];
  for (const group of groups) {
    const entries = group.entries.slice(0, room);
    room -= entries.length;
    hidden += group.entries.length - entries.length;
    if (entries.length > 0) told.push({ ...group, entries });
  }
  return { kind: 'list', list, caption, groups: told, empty, hidden };
}

/** Entries without headings. */
export function plain(entries: readonly Entry[]): Group[] {
  return [{ title: '', note: '', entries }];
}
