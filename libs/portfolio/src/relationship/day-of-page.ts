import type { RequestContext } from '@mainstay/event-sourcing';

/** Today, or the day at which the page is read. */
export const dayOfPage = ({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>): string =>
  (asAt ?? now).toISOString().slice(0, 10);
