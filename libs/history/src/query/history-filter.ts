import { z } from 'zod';
import { isPosition } from '@mainstay/event-sourcing';

const id = z.string().trim().min(1).max(200);
const day = z.iso.date('must be a date such as 2025-03-03');
const moment = z.union([z.iso.datetime({ offset: true }), day], 'must be a date, or a moment with a time zone');

/** `account:ID`, as in the addresses of the product. */
const subject = z
  .string()
  .regex(/^[a-z][a-z-]*:.{1,200}$/, 'must be a type and an id, such as account:1')
  .transform((text) => ({ type: text.slice(0, text.indexOf(':')), id: text.slice(text.indexOf(':') + 1) }));

const kinds = z
  .string()
  .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, 'must be kinds of change, separated by commas')
  .transform((text) => text.split(','));

/** What narrows the audit history; list, counts and export take the same. */
export const historyFilter = z.strictObject({
  /** Who made the change. */
  actor: id.optional(),
  accountId: id.optional(),
  /** Several kinds separated by commas. */
  kind: kinds.optional(),
  /** Of the division itself, of its audits, and of the accounts it trades with. */
  divisionId: id.optional(),
  subject: subject.optional(),
  /** Recorded from this moment on; a date means its beginning (UTC). */
  from: moment.optional(),
  /** Recorded up to this moment; a date means its end (UTC). */
  to: moment.optional(),
  effectiveFrom: day.optional(),
  effectiveTo: day.optional(),
  /** Words in the reason, in what changed, or in the name of the record or the person. */
  q: z.string().trim().max(200).optional(),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

export const paging = {
  /** `next` of the page before. */
  cursor: z.string().refine(isPosition, 'must be the next of a page before').optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const historyQuery = historyFilter.extend(paging);
export type HistoryQuery = z.infer<typeof historyQuery>;

export const exportQuery = historyFilter.extend({ format: z.enum(['csv', 'ndjson']).default('csv') });

/** First moment that is in, and first moment that is out; a day goes from midnight to midnight UTC. */
export function recordedBetween({ from, to }: Pick<HistoryFilter, 'from' | 'to'>): { since?: Date; before?: Date } {
  return { since: from ? new Date(from) : undefined, before: to ? after(to) : undefined };
}

function after(to: string): Date {
  const oneDay = 24 * 60 * 60 * 1000;
  return new Date(new Date(to).getTime() + (to.length === 'YYYY-MM-DD'.length ? oneDay : 1));
}
