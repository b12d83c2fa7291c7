import { Unavailable } from '@mainstay/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import { isPassing } from './passing';

/**
 * One transaction in which row-level security shows and takes the rows of one tenant only. After a failure nothing of it is
 * there, and its connection is not used again.
 * @throws Unavailable (503 with Retry-After) where the database is lost or busy; what `work` throws
 */
export async function inTenant<Result>(
  pool: Pool,
  tenant: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await inTransaction(pool, tenant, work);
  } catch (error) {
    if (!isPassing(error)) throw error;
    const unavailable = new Unavailable('database.no-answer', 'The database does not answer. Try again in a moment.');
    unavailable.cause = error;
    throw unavailable;
  }
}

async function inTransaction<Result>(
  pool: Pool,
  tenant: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.tenant', $1, true)", [tenant]);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}
