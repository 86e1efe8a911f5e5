import { dayIn, dayOfNumber } from '../../lifecycle/instants';
import { numberOf } from '../../lifecycle/windows';
import { daysShown, monthView, type CalendarView, type MonthView } from '../calendar';
import type { PortfolioInput, PortfolioView } from '../portfolio';
import { calendarTogether, portfolioTogether, type NamedInput } from '../portfolioTogether';
import { metricsReport, type MetricsQuestion, type MetricsReport } from '../metrics/metricsReport';

/** Everything that the dashboard shows. */
export interface Dashboard {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The zone of the policy. */
  readonly zone: string;
  readonly portfolio: PortfolioView;
  readonly metrics: MetricsReport;
  /** The next weeks. */
  readonly calendar: CalendarView;
  /** The month of today. */
  readonly month: MonthView;
}

/** How far the calendar of the dashboard looks ahead. */
const daysAhead = 42;

/** The dashboard of a workspace. */
export function dashboardOf(input: PortfolioInput, question: MetricsQuestion = {}): Dashboard {
  return dashboardTogether([{ name: '', input }], input.now, question);
}

/** The dashboard of some folders, with their paths told apart, at a moment in milliseconds since 1970. */
export function dashboardTogether(
  folders: readonly NamedInput[],
  now: number,
  question: MetricsQuestion = {},
): Dashboard {
  const zone = folders[0]?.input.policy.zone ?? 'UTC';
  const today = dayIn(zone, now);
  const month = today.slice(0, 7);
  const [first, last] = daysShown(month);
  return {
    now,
    zone,
    portfolio: portfolioTogether(folders),
    metrics: metricsReport(
      folders.flatMap(({ input }) => input.records),
      question,
    ),
    calendar: calendarTogether(folders, today, dayOfNumber(numberOf(today) + daysAhead)),
    month: monthView(calendarTogether(folders, first, last), month),
  };
}
