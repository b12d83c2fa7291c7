import type { RequestContext } from '@mainstay/event-sourcing';

/** The day of the page: today, or the day that it is read as at. */
export const today = ({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>): string =>
  (asAt ?? now).toISOString().slice(0, 10);

/** A plan stays live for so many days after it was last revised or reviewed. */
export const lastLiveDay = (touchedOn: string, reviewDays: number): string => daysAfter(touchedOn, reviewDays);

/** A plan last touched before this day is stale. */
export const staleBefore = (context: Pick<RequestContext, 'asAt' | 'now'>, reviewDays: number): string =>
  daysAfter(today(context), -reviewDays);

function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
