import { beginOverviewPage } from './overviewPage';
import type { VsCodeApi } from './pageApi';
import { beginRecordPage } from './recordPage';

declare function acquireVsCodeApi(): VsCodeApi;

// One script serves all pages: they share most of it, and a page says which of them it is.
const begin = document.body.dataset['page'] === 'overview' ? beginOverviewPage : beginRecordPage;
begin(acquireVsCodeApi());
