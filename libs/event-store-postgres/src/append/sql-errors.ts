import { InvalidEvent, type Rejection, StoreUnavailable } from '@mainstay/event-sourcing';

/** SQLSTATE of an answer from the server; undefined when the connection failed, so that the outcome is unknown. */
export function serverSaid(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  const isState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return isState && !/^(57P|08)/.test(code) ? code : undefined;
}

/** Lock held by somebody else, deadlock, serialisation: the same append may go through in a moment. */
export const mayPass = (state: string) => ['55P03', '40P01', '40001'].includes(state);

export const LOCK_NOT_AVAILABLE = '55P03';

export const unavailable = (code: string, message: string) => new StoreUnavailable(code, message);

export const noAnswer = () =>
  unavailable('store.no-answer', 'The event store does not answer. Send the same request again in a moment.');

/** What the caller of one append is told about an error of the server's. */
export function rejectionFor(state: string): Rejection {
  if (mayPass(state)) {
    return unavailable(
      'store.record-locked',
      'The record is held by another transaction. Send the same request again in a moment.',
    );
  }
  if (state === '53100') return unavailable('store.disk-full', 'The event store has no room left.');
  // Data the database cannot hold although it passed our own checks.
  if (/^(22|54)/.test(state))
    return new InvalidEvent('event.data', `The event store cannot hold this event (${state}).`);
  return unavailable('store.failed', `The event store could not record the event (${state}).`);
}
