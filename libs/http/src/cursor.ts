import { Malformed } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** Where a page of a list begins and how long it is, in a query. */
export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** Where a page of a list ended: the value sorted by and the id of its last line, under that order. Opaque to clients. */
export const cursorOf = (sort: string, value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** @throws Malformed for a cursor of another list or another order */
export function fromCursor(
  cursor: string,
  sort: string,
  kind: 'string' | 'number',
): [value: string | number, id: string] {
  try {
    const [under, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (under === sort && typeof id === 'string' && typeof value === kind) return [value as string | number, id];
  } catch {
    // Falls through to the refusal, as a cursor of another list does.
  }
  throw new Malformed('request.cursor', 'cursor: must come from the page before, with the same order.');
}
