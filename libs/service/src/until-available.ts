import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '@mainstay/event-sourcing';
import { isPassing } from '@mainstay/tenant-database';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tries again, at growing intervals, while what it needs is not there yet: processes may start in any order.
 * @throws whatever another attempt would not cure, and the reason of `signal`
 */
export async function untilAvailable<Result>(
  work: () => Promise<Result>,
  { onProblem, signal }: { readonly onProblem: (error: Error) => void; readonly signal: AbortSignal },
): Promise<Result> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable) && !isPassing(error)) throw error;
      onProblem(error as Error);
      await delay(pause, undefined, { signal });
    }
  }
}
