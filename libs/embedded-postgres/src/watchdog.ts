import { spawn } from 'node:child_process';
import type { RunAs } from './data-folder';

/**
 * Stops the server when this process ends without having done so (kill -9): a small shell waits for the end of a pipe
 * that only this process holds. Returns the function that sends the shell home.
 */
export function endWithParent(serverPid: number, user: RunAs | undefined): () => void {
  if (process.platform === 'win32') return () => {}; // the next start stops it there
  const wait = 'read -r done; [ "$done" = done ] || kill -INT "$1" 2>/dev/null';
  const watch = spawn('/bin/sh', ['-c', wait, 'sh', String(serverPid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...user,
  });
  watch.on('error', () => {}); // no shell: the next start stops the server
  watch.stdin.on('error', () => {});
  watch.unref();
  (watch.stdin as unknown as { unref(): void }).unref();
  return () => watch.stdin.end('done\n');
}
