import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// By path: Jest resolves library names in tests only, not in its own set-up.
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../embedded-postgres/src/index';
import { ASK_PORT } from './run-server';
import { stopAfterRun } from './teardown';

/** Offers one Postgres to the whole run; it starts when the first test asks. */
export default async function setup(): Promise<void> {
  let folder: string | undefined;
  let starting: Promise<EmbeddedPostgres> | undefined;
  const start = () => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-test-'));
    const settings = { max_connections: 300, shared_buffers: '128MB' };
    return startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), password: 'test', durable: false, settings });
  };
  const desk = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    starting ??= start();
    starting.then(
      ({ superuserUrl }) => socket.end(JSON.stringify({ superuserUrl })),
      (error: Error) => socket.end(JSON.stringify({ problem: error.message })),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  process.env[ASK_PORT] = String((desk.address() as { port: number }).port);
  stopAfterRun(async () => {
    desk.close();
    await starting?.then(
      (server) => server.stop(),
      () => undefined,
    );
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
}
