import { type RecordedEvent, StoreUnavailable } from '@mainstay/event-sourcing';
import type { Pool } from 'pg';
import { serverSaid } from '../append/sql-errors';
import { asText, type EventRow, eventText, toEvent } from './rows';

/** Queries that may be asked twice: a connection that was lost is no reason to fail. */
export async function ask<Row extends unknown[]>(
  pool: Pool,
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const query = { name, text, values, rowMode: 'array' as const, types: asText };
  try {
    return (await pool.query<Row>(query)).rows;
  } catch (error) {
    if (serverSaid(error)) throw error;
  }
  try {
    return (await pool.query<Row>(query)).rows;
  } catch (error) {
    if (serverSaid(error)) throw error;
    throw new StoreUnavailable('store.no-answer', 'The event store does not answer. Try again in a moment.');
  }
}

const STREAM = `select ${eventText} from es.read_stream($1, $2, $3)`;
const EVENT = `select ${eventText} from es.find_event($1, $2)`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export async function readStream(pool: Pool, tenant: string, stream: string, after: number): Promise<RecordedEvent[]> {
  if (!isText(tenant) || !isText(stream)) return []; // a name that no stream can have
  return (await ask<EventRow>(pool, 'read_stream', STREAM, [tenant, stream, after])).map(toEvent);
}

export async function findEvent(pool: Pool, tenant: string, id: string): Promise<RecordedEvent | undefined> {
  if (!isText(tenant) || !UUID.test(id)) return undefined;
  const [row] = await ask<EventRow>(pool, 'find_event', EVENT, [tenant, id]);
  return row && toEvent(row);
}

const isText = (text: string) => !text.includes('\0') && text.isWellFormed();
