import { dayIn, dayOfNumber } from '../../lifecycle/instants';
import { numberOf } from '../../lifecycle/windows';
import { calendarView, monthCalendar, monthView, type CalendarView, type MonthView } from '../../view/calendar';
import { portfolioView, type PortfolioInput, type PortfolioView } from '../../view/portfolio';
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
  const { now, policy } = input;
  const today = dayIn(policy.zone, now);
  const month = today.slice(0, 7);
  return {
    now,
    zone: policy.zone,
    portfolio: portfolioView(input),
    metrics: metricsReport(input.records, question),
    calendar: calendarView(input, today, dayOfNumber(numberOf(today) + daysAhead)),
    month: monthView(monthCalendar(input, month), month),
  };
}
