import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { InvalidEvent, StoreUnavailable, Unavailable } from '@mainstay/event-sourcing';
import { status } from '@grpc/grpc-js';

/** The server knows who asks and refuses. Repeating does not help before an administrator has changed that. */
export class StoreAccessDenied extends Unavailable {
  constructor() {
    super(
      'store.access-denied',
      'EventStoreDB denies access. Check the user of the connection, and that it may read $all and write streams.',
      30,
    );
  }
}

export const noAnswer = () =>
  new StoreUnavailable('store.no-answer', 'The event store does not answer. Try again in a moment.');

/** What an error of the client means; itself where it means nothing that the port knows. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof AccessDeniedError || codeOf(error) === status.PERMISSION_DENIED) return new StoreAccessDenied();
  if (error instanceof NotLeaderError) {
    // The client has noted the leader: the next call goes there.
    return new StoreUnavailable('store.not-leader', 'The event store is choosing its leader. Try again in a moment.');
  }
  if (error instanceof MaxAppendSizeExceededError) {
    const limit = `This event store takes at most ${error.maxAppendSize} bytes in an append.`;
    return new InvalidEvent('append.too-large', limit);
  }
  return isPassing(error) ? noAnswer() : error;
}

function isPassing(error: unknown): boolean {
  if (
    error instanceof UnavailableError ||
    error instanceof DeadlineExceededError ||
    error instanceof TimeoutError ||
    error instanceof CancelledError
  ) {
    return true;
  }
  // A connection cut within an answer; and a cluster of which no member answers, for which the client has no type.
  if (error instanceof UnknownError) return codeOf(error) === status.INTERNAL || codeOf(error) === status.UNKNOWN;
  return error instanceof Error && /^Failed to discover after|Channel has been shut down/i.test(error.message);
}

const codeOf = (error: unknown) => (error as { code?: number } | undefined)?.code;

/** @throws StoreUnavailable, StoreAccessDenied, InvalidEvent, or the error itself */
export async function answered<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw meaningOf(error);
  }
}
