import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@mainstay/embedded-postgres';

/** A real Postgres for a test; without `dataDir` its files are gone after `stop`. */
export async function startPostgres(
  options: { dataDir?: string; durable?: boolean; port?: number } = {},
): Promise<EmbeddedPostgres> {
  const folder = options.dataDir ? undefined : mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  const server = await startEmbeddedPostgres({
    dataDir: options.dataDir ?? join(folder!, 'postgres'),
    password: 'test',
    port: options.port,
    durable: options.durable ?? false,
  });
  const stop = async () => {
    await server.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}
