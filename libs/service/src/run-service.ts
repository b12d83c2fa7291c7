import { ConfigurationError } from '@mainstay/configuration';
import type { Logger } from 'pino';

export interface RunningService {
  /** What it says when it runs, such as where it listens. */
  readonly says: string;
  /** Ends in good order: what was begun is finished, nothing new is taken. */
  stop(): Promise<void>;
}

export interface Service {
  readonly logger: Logger;
  /** `signal` ends a start that still waits for what it needs. */
  readonly start: (signal: AbortSignal) => Promise<RunningService>;
}

/** The longest an orderly end may take; what is left then is cut off, as a crash would. */
const LONGEST_STOP_MS = 60_000;

/** Runs one process of the product until it is told to end. A second signal does not wait. */
export async function runService(open: () => Service): Promise<void> {
  const ending = new AbortController();
  let service: Service | undefined;
  let running: RunningService | undefined;
  const stop = (signal: NodeJS.Signals) => {
    if (ending.signal.aborted) process.exit(1);
    ending.abort();
    service?.logger.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    // Not started yet: the start itself ends at the signal.
    if (running) void end(running);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  // Started by a process that has gone: nobody is left to end it.
  process.once('disconnect', () => stop('SIGTERM'));
  try {
    service = open();
    running = await service.start(ending.signal);
    service.logger.info(running.says);
    if (ending.signal.aborted) await end(running);
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    fail(service, error);
  }
}

async function end(running: RunningService): Promise<void> {
  await running.stop();
  process.exit(0);
}

function fail(service: Service | undefined, error: unknown): never {
  if (error instanceof ConfigurationError || !service) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } else {
    service.logger.fatal({ err: error }, 'did not start');
  }
  process.exit(1);
}
