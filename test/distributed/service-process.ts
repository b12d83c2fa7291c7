import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../infra/local/free-port.mjs';

const root = join(__dirname, '..', '..');
const LONGEST_WAIT_MS = 60_000;

/** A relay or projector as an installation runs it, told everything by its environment. */
export class ServiceProcess {
  readonly ended: Promise<number | null>;
  private output = '';

  private constructor(
    readonly child: ChildProcess,
    private readonly port: number,
  ) {
    this.ended = new Promise((resolve) => child.once('exit', resolve));
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (this.output += text));
  }

  static async start(app: 'relay' | 'projector', env: NodeJS.ProcessEnv): Promise<ServiceProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [`dist/server/apps/${app}/src/main.js`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, PORT: String(port), ...env },
    });
    return new ServiceProcess(child, port);
  }

  /** All that it has written so far. */
  said(): string {
    return this.output;
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, { signal: AbortSignal.timeout(10_000) });
    return { status: answer.status, text: await answer.text() };
  }

  /** What health/ready says of it; undefined while it does not answer. */
  readiness(): Promise<{ ready: boolean; state?: string } | undefined> {
    return this.get('/health/ready').then(
      ({ text }) => JSON.parse(text) as { ready: boolean; state?: string },
      () => undefined,
    );
  }

  /** Resolves as soon as the condition holds; fails with what was written when the process ends before, or after a minute. */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = performance.now() + LONGEST_WAIT_MS; !(await condition());) {
      if (this.child.exitCode !== null || performance.now() > end) throw new Error(this.output);
      await delay(50);
    }
  }
}
