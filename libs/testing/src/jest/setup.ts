import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// By path: Jest resolves library names in tests only, not in its own set-up.
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../embedded-postgres/src/index';
import { openDesk } from './desk';
import { ASK_PORT } from './run-server';
import { stopAfterRun } from './teardown';

/**
 * Offers a Postgres to each worker of the run; it starts when its first test asks. Not one for all of them: a transaction
 * that writes in one database holds back the feed of every other on that server, as long as it is open.
 */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  const servers: EmbeddedPostgres[] = [];
  const desk = await openDesk(async (worker) => {
    const settings = { max_connections: 300, shared_buffers: '128MB' };
    const dataDir = join(folder, worker, 'postgres');
    const server = await startEmbeddedPostgres({ dataDir, password: 'test', durable: false, settings });
    servers.push(server);
    return server.superuserUrl;
  });
  process.env[ASK_PORT] = String(desk.port);
  stopAfterRun(async () => {
    await desk.close();
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });
}
