import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// By path: Jest resolves library names in tests only, not in its own set-up.
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../embedded-postgres/src/index';
import { openDesk } from './desk';
import { ASK_PORT } from './run-server';
import { stopAfterRun } from './teardown';

/** Offers one Postgres to the whole run; it starts when the first test asks. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
  let server: EmbeddedPostgres | undefined;
  const desk = await openDesk(async () => {
    const settings = { max_connections: 300, shared_buffers: '128MB' };
    const dataDir = join(folder, 'postgres');
    server = await startEmbeddedPostgres({ dataDir, password: 'test', durable: false, settings });
    return server.superuserUrl;
  });
  process.env[ASK_PORT] = String(desk.port);
  stopAfterRun(async () => {
    await desk.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}
