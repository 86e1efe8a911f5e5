import type { PictureTheme } from '../svg/picture';
import { approvalsSvg } from './approvalsSvg';
import { dependencyGraphSvg } from './dependencyGraphSvg';
import { lifecycleSvg } from './lifecycleSvg';
import { planGanttSvg } from './planGanttSvg';
import type { RecordPanel } from './recordPanel';
import { riskMatrixSvg } from './riskMatrixSvg';
import { stateGraphSvg } from './stateGraphSvg';

/** The pictures of a record by name. */
export const pictureNames = ['lifecycle', 'states', 'risk', 'approvals', 'plan', 'dependencies'] as const;
export type PictureName = (typeof pictureNames)[number];

/** One picture of a record as an SVG; undefined for the loop of a process that has none. */
export function recordPicture(name: PictureName, panel: RecordPanel, theme: PictureTheme): string | undefined {
  switch (name) {
    case 'lifecycle':
      return panel.lifecycle && lifecycleSvg(panel.lifecycle, theme);
    case 'states':
      return stateGraphSvg(panel.states, theme);
    case 'risk':
      return riskMatrixSvg(panel.risk, theme);
    case 'approvals':
      return approvalsSvg(panel.approvals, theme);
    case 'plan':
      return planGanttSvg(panel.plan, theme);
    case 'dependencies':
      return dependencyGraphSvg(panel.dependencies, theme);
  }
}
