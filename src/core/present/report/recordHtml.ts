import { html, pageHtml } from '../page/html';
import { pageStyle } from '../page/pageStyle';
import { panelPage } from '../panel/panelPage';
import { panelStrings } from '../panel/panelStrings';
import type { RecordPanel } from '../panel/recordPanel';
import { staticMarkup } from '../svg/markup';
import { htmlPage } from './page';

/**
 * The panel of a record as one page of HTML: for a wiki, or beside the results of a check. It holds all that it needs,
 * loads nothing, and has no scripts. `made.on` is the ISO day that the pictures take for today.
 */
export function recordHtml(
  panel: RecordPanel,
  made: { readonly on: string; readonly sha256: (text: string) => string },
): string {
  const { id, title, path } = panel.heading;
  return htmlPage(
    { title: `${id} ${title}`, style: pageStyle('own'), sha256: made.sha256 },
    html(
      'main',
      {},
      staticMarkup(pageHtml(panelPage(panel, panelStrings(), false)).html),
      html('footer', { class: 'made' }, `Made from ${path} as of ${made.on} by Changegate.`),
    ),
  );
}
