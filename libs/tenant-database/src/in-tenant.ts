import type { Pool, PoolClient } from 'pg';

/**
 * One transaction in which row-level security shows and takes the rows of one tenant only. After a failure nothing of it is
 * there, and its connection is not used again.
 */
export async function inTenant<Result>(
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
