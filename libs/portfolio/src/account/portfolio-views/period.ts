import type { RequestContext } from '@mainstay/event-sourcing';
import type { Period } from './portfolio.queries';

/** The twelve months up to a day: `to`, or the day of the page. */
export function lastYear({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>, to?: string): Period {
  const last = to ?? (asAt ?? now).toISOString().slice(0, 10);
  const first = new Date(`${last}T00:00:00Z`);
  first.setUTCFullYear(first.getUTCFullYear() - 1);
  first.setUTCDate(first.getUTCDate() + 1);
  return { from: first.toISOString().slice(0, 10), to: last };
}
