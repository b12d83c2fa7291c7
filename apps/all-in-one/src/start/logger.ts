import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

/** Structured log in the data folder. Authorization headers and addresses with their queries are never written. */
export function createLogger(folder: string, level: string): Logger {
  return pino(
    {
      level,
      serializers: { req: ({ method, id }: { method: string; id: string }) => ({ method, id }) },
    },
    destination({ dest: join(folder, 'mainstay.log'), mkdir: true, sync: false }),
  );
}
