import { v5, v7 } from 'uuid';
import type { RequestContext } from './context';

const MAINSTAY = '2f6c5a0e-7c58-4b0a-9d57-0d6f4c0d8a11';

/** A new time-ordered id (UUIDv7). */
export const newId = (): string => v7();

/** The same parts always give the same id (UUIDv5): for repeatable requests and for ids that follow from a business key. */
export const idFrom = (...parts: string[]): string =>
  v5(parts.map((part) => `${part.length}:${part}`).join(''), MAINSTAY);

/** Id of what a request makes: a repeat of the request (same Idempotency-Key) means the same thing. */
export const idForRequest = (kind: string, { tenant, actor, idempotencyKey }: RequestContext): string =>
  idempotencyKey ? idFrom(kind, tenant, actor, idempotencyKey) : newId();
