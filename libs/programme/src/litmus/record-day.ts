import type { RequestContext } from '@mainstay/event-sourcing';
import { dayOf, daysBefore, monthsBefore } from '../dashboard/calendar';
import type { RecordDay } from './record/account-record';

/** After so many months a test is to be taken again: our ruling. */
const FRESH_MONTHS = 12;

export interface LitmusDay extends RecordDay {
  /** A taking of an earlier day is old. */
  readonly freshFrom: string;
}

/** The day of the page, and what is still live or fresh on it. */
export function litmusDay({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>, reviewDays: number): LitmusDay {
  const today = dayOf(asAt ?? now);
  return {
    today,
    reviewDays,
    liveFrom: daysBefore(today, reviewDays),
    freshFrom: monthsBefore(today, FRESH_MONTHS),
  };
}
