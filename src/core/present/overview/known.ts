import type { PortfolioInput } from '../portfolio';
import type { NamedInput } from '../portfolioTogether';
import { html, type PagePart, type PageView } from '../page/html';
import type { Content } from '../svg/markup';
import type { Asked } from './asked';
import { facts, runButton, selectPart, type Shown } from './parts';
import type { OverviewStrings } from './strings';

/** The pages over all records. */
export type OverviewKind = 'dashboard' | 'calendar';

/** What the pages over all records look at. */
export interface Known {
  /** Those that are shown, distinguished where there are several. */
  readonly folders: readonly NamedInput[];
  /** All folders of the window, by URI and name. */
  readonly choice: readonly { readonly uri: string; readonly name: string }[];
  /** Folders whose policy cannot be read, by URI and name. */
  readonly unreadable: readonly { readonly uri: string; readonly name: string }[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One folder by its name. */
export function knownOf(input: PortfolioInput, name: string): Known {
  return { folders: [{ name, input }], choice: [], unreadable: [], now: input.now };
}

/** A page over all records, as it is shown. */
export interface OverviewView extends PageView {
  /** What is read aloud when it changes. */
  readonly spoken: string;
}

/** The top of a page: what it is, of what, what is wrong with policies, and what can be done with all of it. */
export function headPart(
  title: string,
  about: string,
  { choice, unreadable }: Known,
  { strings, asked, isLive }: Shown,
  ...tools: readonly Content[]
): PagePart {
  return {
    id: 'head',
    element: 'div',
    attributes: { class: 'head' },
    content: html(
      'header',
      {},
      html(
        'div',
        { class: 'bar-of-title' },
        html('div', {}, html('h1', {}, title), facts(about)),
        isLive ? html('div', { class: 'tools' }, folderSelect(choice, asked, strings), tools) : undefined,
      ),
      unreadable.map(({ uri, name }) =>
        html(
          'p',
          { class: 'notice' },
          html('span', {}, strings.policyUnreadable(name)),
          isLive ? [' ', runButton(`policy ${uri}`, strings.openPolicy)] : undefined,
        ),
      ),
    ),
  };
}

/** The choice between folders, where there are several. */
function folderSelect(choice: Known['choice'], asked: Asked, strings: OverviewStrings): Content {
  if (choice.length < 2) return undefined;
  const options = choice.map(({ uri, name }) => ({ value: uri, label: name }));
  const value = options.some((option) => option.value === asked.folder) ? asked.folder : '';
  return selectPart('folder', strings.folder, value, [{ value: '', label: strings.allFolders }, ...options]);
}
