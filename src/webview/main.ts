import { beginPage, type VsCodeApi } from './page';

declare function acquireVsCodeApi(): VsCodeApi;

beginPage(acquireVsCodeApi());
