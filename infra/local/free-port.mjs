import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Below the ports that systems give to whoever connects: a server that is started anew finds its own still free. */
const FIRST = 20_000;
const PORTS = 12_000;
const HELD_MS = 3_600_000;
const folder = join(tmpdir(), `mainstay-ports-${process.getuid?.() ?? 'all'}`);

/**
 * A port of the loopback interface that nobody uses at the moment, and that nobody else who asks here gets for an hour:
 * until its server listens, which a Java one takes many seconds for, it looks free to everybody.
 */
export async function freePort() {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * PORTS);
    if (reserves(port) && (await isFree(port))) return port;
  }
}

/** Whether it is kept for this asker now. */
function reserves(port) {
  const mark = join(folder, String(port));
  mkdirSync(folder, { recursive: true });
  if (Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0) > HELD_MS) rmSync(mark, { force: true });
  try {
    writeFileSync(mark, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
