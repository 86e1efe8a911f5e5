import { keys } from '../process/fieldKeys';
import type { StatusRole } from '../process/processDefinition';
import { highestRisk } from './highestRisk';
import { notifiedInWords } from './notifiedInWords';
import { metricsIn } from './metrics';
import { bandOf, riskScore } from '../process/riskScale';
import { findOption } from '../process/findOption';
import { isPlaceholder } from '../process/placeholder';
import { formatDate, formatTime, tellsClocks, type CalendarDate } from '../text/calendarDate';
import { plainText } from '../record/plainText';
import type { ChangeRecord } from '../record/record';
import { chosenOption } from '../record/chosen';
import { isNothing, itemsOf } from '../record/itemsOf';
import { historyInOrder } from '../record/historyOrder';

/** A moment as a record tells it: `2026-02-09`, or `2026-02-09T08:40Z` where it tells the time. */
export type Moment = string;

/** How a record went from its request on: what metrics, due dates and the calendar are made of. */
export interface RecordCourse {
  /** Null: not recorded, here and below. */
  readonly created: Moment | null;
  readonly approved: Moment | null;
  readonly started: Moment | null;
  readonly deployed: Moment | null;
  /** Without `Z` or an offset where it does not say by which clocks: `2026-02-18T22:00`. */
  readonly scheduled: Moment | null;
  readonly notified: Moment | null;
  readonly reviewed: Moment | null;
  /** The rows of its history with a status of the process and a real date, from the first to the last. */
  readonly history: readonly { readonly status: string; readonly role: StatusRole; readonly on: Moment }[];
  /** Which of these its process asks for at all. */
  readonly asksFor: {
    readonly start: boolean;
    readonly history: boolean;
    readonly closure: boolean;
    readonly branch: boolean;
  };
  /** Incidents that its closure lists; null: the closure says nothing of them. */
  readonly incidents: number | null;
  /** Null: it has none (reading 42). */
  readonly blastRadius: { readonly declared: BlastRadiusSize | null; readonly actual: BlastRadiusSize | null };
  /** Its highest risk; null: none that can be scored (reading 39). */
  readonly highestRisk: PlacedRisk | null;
}

/** A size of the blast radius, and its place among the sizes of the process, from 0. */
export interface BlastRadiusSize {
  readonly name: string;
  readonly step: number;
}

/** A risk by the values of its levels. */
export interface PlacedRisk {
  readonly description: string;
  readonly probability: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
}

/** What a record tells of its course. */
export function courseOf(record: ChangeRecord): RecordCourse {
  const { process } = record;
  return {
    created: told(record, keys.created),
    approved: record.approval.date?.date ? momentOf(record.approval.date.date) : null,
    started: told(record, keys.implementationStart),
    deployed: told(record, keys.deployed),
    scheduled: scheduledOf(record),
    notified: told(record, keys.notified) ?? notifiedOf(record),
    reviewed: told(record, keys.reviewed),
    history: historyInOrder(record).flatMap(({ status, date }) =>
      status.value && date.date ? [{ status: status.value.id, role: status.value.role, on: momentOf(date.date) }] : [],
    ),
    asksFor: {
      start: process.field(keys.implementationStart) !== undefined,
      history: process.field(keys.history) !== undefined,
      closure: process.field(keys.incidents) !== undefined,
      branch: process.field(keys.branch) !== undefined,
    },
    incidents: incidentsOf(record),
    blastRadius: { declared: declaredSize(record), actual: actualSize(record) },
    highestRisk: placedRisk(record),
  };
}

/** A date as a moment. */
export function momentOf(date: CalendarDate): Moment {
  const [time, zone] = formatTime(date)?.split(' ') ?? [];
  if (time === undefined || zone === undefined) return formatDate(date);
  return `${formatDate(date)}T${time}${zone === 'UTC' ? 'Z' : zone}`;
}

function told(record: ChangeRecord, key: string): Moment | null {
  const date = record.answer(key)?.date;
  return date ? momentOf(date) : null;
}

/** Told in words without a moment of its own, it counts as told on the day of the implementation. */
function notifiedOf(record: ChangeRecord): Moment | null {
  const date = record.answer(keys.deployed)?.date;
  return date && notifiedInWords(record) ? formatDate(date) : null;
}

function scheduledOf(record: ChangeRecord): Moment | null {
  const answer = record.answer(keys.scheduled);
  const moment = told(record, keys.scheduled);
  return answer && moment?.endsWith('Z') === true && !tellsClocks(answer.text) ? moment.slice(0, -1) : moment;
}

/** An answer that still holds the template's own items says nothing. */
function incidentsOf(record: ChangeRecord): number | null {
  const answer = record.answer(keys.incidents);
  if (answer?.filled !== true) return null;
  const items = itemsOf(answer)
    .map(({ text }) => text)
    .filter((text) => text !== '' && !isPlaceholder(text));
  if (items.length === 0) return saysNone(answer.text) ? 0 : 1;
  return items.filter((text) => !saysNone(text)).length;
}

/** "None", with or without more words: "None; the error rate stayed at 0.2%". */
function saysNone(text: string): boolean {
  return isNothing(text) || /^(?:none|no(?: incidents?)?|nothing)\b\s*(?:[.,;:(–—-]|$)/i.test(plainText(text));
}

function declaredSize(record: ChangeRecord): BlastRadiusSize | null {
  const value = chosenOption(record, keys.blastRadius)?.value;
  return value === undefined ? null : sizeOf(record, value);
}

/** What the closure says: in its own field, or in one of its lists as `Blast radius: MEDIUM` (readings 42 and 53). */
function actualSize(record: ChangeRecord): BlastRadiusSize | null {
  const own = chosenOption(record, keys.actualBlastRadius)?.value;
  if (own !== undefined) return sizeOf(record, own);
  for (const key of [keys.finalMetrics, keys.outcomes]) {
    const answer = record.answer(key);
    const metric =
      answer && metricsIn(answer).find(({ name }) => /^(?:actual |real )?blast radius(?: size)?$/.test(name));
    const word = metric?.given === true ? /^[\p{L}_-]+/u.exec(plainText(metric.text))?.[0] : undefined;
    if (word !== undefined) return sizeOf(record, word);
  }
  return null;
}

function sizeOf({ process }: ChangeRecord, text: string): BlastRadiusSize | null {
  const options = process.field(keys.blastRadius)?.options ?? [];
  const option = findOption(options, text)?.option;
  return option ? { name: option.value, step: options.indexOf(option) } : null;
}

function placedRisk(record: ChangeRecord): PlacedRisk | null {
  const highest = highestRisk(record);
  const { probability, impact, description } = highest?.risk ?? {};
  if (probability?.value === undefined || impact?.value === undefined) return null;
  const score = riskScore(probability.value, impact.value);
  return {
    description: (description?.text ?? '')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .slice(0, 200),
    probability: probability.value,
    impact: impact.value,
    score,
    band: bandOf(record.process.risk, score),
  };
}
