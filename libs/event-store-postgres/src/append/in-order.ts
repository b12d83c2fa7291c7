import { type Append, type AppendOutcome, InvalidEvent, position, StoreUnavailable } from '@mainstay/event-sourcing';
import type { Client, Pool } from 'pg';
import { parseMoment } from '../read/rows';
import { type Answer, callAppend } from './append-call';
import { prepare } from './pending-append';
import { noAnswer, rejectionFor, serverSaid } from './sql-errors';

/**
 * Records appends in one transaction and in the order given, which a batch of independent appends does not keep across
 * streams. A conflict stops none of those after it.
 * @throws as `append` does; what else of the batch was recorded then shows when it is sent again
 */
export async function appendInOrder(
  pool: Pool,
  requests: readonly Append[],
  options: { readonly allowBackdating: boolean },
): Promise<AppendOutcome[]> {
  const batch = requests.map((request) => ({
    ...prepare(request, options),
    alone: false,
    tries: 0,
    resolve: () => undefined,
    reject: () => undefined,
  }));
  try {
    const client = await pool.connect();
    try {
      return (await callAppend(client as unknown as Client, 'append_batch', batch)).map(outcomeOf);
    } finally {
      client.release();
    }
  } catch (error) {
    if (error instanceof InvalidEvent || error instanceof StoreUnavailable) throw error;
    const state = serverSaid(error);
    throw state ? rejectionFor(state) : noAnswer();
  }
}

function outcomeOf({ status, version, tx, pos, recorded }: Answer): AppendOutcome {
  if (status === 'conflict') return { status, version: Number(version) };
  if (status === 'reused') {
    throw new InvalidEvent('event.id-reused', 'An event id may not be used again for another event.');
  }
  return {
    status: 'recorded',
    version: Number(version),
    position: position(tx, pos),
    recorded: parseMoment(recorded),
    repeated: status === 'repeated',
  };
}
