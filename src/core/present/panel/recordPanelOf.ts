import { keys } from '../../process/fieldKeys';
import type { PortfolioRecord } from '../../workspace/across/portfolio';
import type { PlacedLinks } from '../../record/recordLinks';
import { movesOf, type Move } from '../../lifecycle/moves';
import { formatDate, type CalendarDate } from '../../text/calendarDate';
import type { ChangeRecord } from '../../record/record';
import type { Finding } from '../../findings/finding';
import { statusLabel } from '../../process/statusLook';
import { approvalsPicture } from './approvals';
import { dependencyGraph } from './dependencyGraph';
import { lifecyclePicture } from './lifecyclePicture';
import { isoDay, oneLine, saidIn, unmetOf } from './panelParts';
import { planGantt } from './planGantt';
import type { PanelHeading, PanelMove, RecordPanel } from './recordPanel';
import { riskMatrix } from './riskMatrix';
import { stateGraph } from './stateGraph';

/** What the panel of a record is made from beside its texts. */
export interface PanelFacts {
  /** Today, in the zone of the policy. */
  readonly today: CalendarDate;
  /** The findings of the record: those of approval and lifecycle tell what does not agree. */
  readonly findings: readonly Finding[];
  /** The records that it names, by `placedLinks`. */
  readonly links: PlacedLinks;
  /** The records of the workspace, by `toPortfolio`. */
  readonly others: readonly PortfolioRecord[];
}

/** All that the panel of a record shows. Pure: the same texts and facts give the same panel. */
export function recordPanelOf(record: ChangeRecord, { today, findings, links, others }: PanelFacts): RecordPanel {
  return {
    heading: headingOf(record),
    lifecycle: lifecyclePicture(record, today),
    states: stateGraph(record),
    risk: riskMatrix(record),
    approvals: approvalsPicture(record, findings),
    plan: planGantt(record, today),
    dependencies: dependencyGraph(record, links, others),
  };
}

function headingOf(record: ChangeRecord): PanelHeading {
  const { id, title, path, status } = record;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Type', record.type ?? saidIn(record, keys.category)],
    ['Priority', record.priority],
    ['Risk', saidIn(record, keys.overallRisk)],
    ['Requestor', saidIn(record, keys.requestor)],
    ['Created', dayOf(record, keys.created)],
    ['Approval', isoDay(record.approval.date?.date)],
    ['Start', dayOf(record, keys.implementationStart)],
    ['Deployed', dayOf(record, keys.deployed)],
  ];
  return {
    id: id?.text ?? path,
    title: title?.filled === true ? oneLine(title.text) : 'Untitled',
    path,
    status: status?.value?.id,
    role: status?.value?.role,
    statusLabel: statusLabel(status?.value?.id ?? null),
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
    primary: primaryMove(record),
  };
}

function dayOf(record: ChangeRecord, key: string): string | undefined {
  const date = record.answer(key)?.date;
  return date && formatDate(date);
}

/** Of the legal moves the one that goes on: to the next stage; from a refusal back to the draft. */
function primaryMove(record: ChangeRecord): PanelMove | undefined {
  const legal = movesOf(record).filter((move): move is Extract<Move, { kind: 'legal' }> => move.kind === 'legal');
  const order = record.process.statuses;
  const now = record.status?.value ? order.indexOf(record.status.value) : -1;
  const isOn = ({ target }: Move): boolean => order.indexOf(target) > now && target.stage !== 'draft';
  const isBack = ({ target }: Move): boolean => !target.final && order.indexOf(target) < now;
  const isFirst = ({ target }: Move): boolean => now < 0 && target.id === record.process.field(keys.status)?.initial;
  const move = legal.find(isFirst) ?? legal.find(isOn) ?? legal.find(isBack);
  return move && { to: move.target.id, toLabel: statusLabel(move.target.id), unmet: unmetOf(move.guards) };
}
