import { everything } from './asked';
import { calendarPage } from './calendarPage';
import type { Known } from './known';
import { overviewStrings } from './strings';
import { html, pageHtml } from '../page/html';
import { pageStyle } from '../page/pageStyle';
import { staticMarkup } from '../svg/markup';
import { htmlPage, type PageFrame } from '../report/page';

/** The calendar of a month (`2026-03`) as one page for a wiki or an artifact: nothing of it comes from elsewhere. */
export function calendarHtml(known: Known, month: string, name: string, sha256: PageFrame['sha256']): string {
  const shown = { strings: overviewStrings(), asked: { ...everything, month }, isLive: false };
  return htmlPage(
    { title: `${name} – change calendar`, style: pageStyle('own'), sha256 },
    html(
      'main',
      { class: 'overview' },
      staticMarkup(pageHtml(calendarPage(known, shown)).html),
      html('footer', { class: 'made' }, `Made by Changegate from ${name}.`),
    ),
  );
}
