import { Malformed } from '@mainstay/event-sourcing';

/** A week (ISO 8601) or a calendar month that time is recorded for. */
export interface Period {
  /** '2026-W09' or '2026-03'. */
  readonly id: string;
  readonly kind: 'week' | 'month';
  readonly firstDay: string;
  readonly lastDay: string;
  /** The month that the period counts in: a week in that of its Thursday, as ISO weeks count in years. */
  readonly month: string;
}

const DAY = 24 * 3_600_000;
/** So many days after a month has ended the figures of the enterprise are drawn, once and for all. */
export const DAYS_TO_CLOSE = 10;

/** @throws Malformed for what is neither a week nor a month from 2000 to 2999 */
export function periodOf(id: string): Period {
  const month = /^(2\d{3})-(0[1-9]|1[0-2])$/.exec(id);
  if (month) return monthPeriod(id);
  const week = /^(2\d{3})-W(\d{2})$/.exec(id);
  const found = week && weekPeriod(Number(week[1]), Number(week[2]));
  if (!found)
    throw new Malformed('time-use.period', 'period: must be a week such as 2026-W09 or a month such as 2026-03.');
  return found;
}

function monthPeriod(id: string): Period {
  const last = new Date(startOfNext(id).getTime() - DAY);
  return { id, kind: 'month', firstDay: `${id}-01`, lastDay: dayOf(last), month: id };
}

function weekPeriod(year: number, week: number): Period | undefined {
  // The fourth of January is always in the first week.
  const january4 = Date.UTC(year, 0, 4);
  const monday = january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
  const thursday = dayOf(new Date(monday + 3 * DAY));
  if (week < 1 || !thursday.startsWith(String(year))) return undefined;
  const id = `${year}-W${String(week).padStart(2, '0')}`;
  const [firstDay, lastDay] = [dayOf(new Date(monday)), dayOf(new Date(monday + 6 * DAY))];
  return { id, kind: 'week', firstDay, lastDay, month: thursday.slice(0, 7) };
}

/** What is recorded before this moment counts in the figures of the enterprise for that month; what comes later never. */
export const closingOf = (month: string): Date => new Date(startOfNext(month).getTime() + DAYS_TO_CLOSE * DAY);

/** The twelve months of a year. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/** The last month that has ended at a moment. */
export const lastMonthAt = (moment: Date): string =>
  dayOf(new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 0))).slice(0, 7);

const startOfNext = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1));
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
