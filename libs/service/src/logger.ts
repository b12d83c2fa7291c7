import { type Logger, pino } from 'pino';

/** Structured log on standard output, where a container platform collects it. Headers and addresses are never written. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service, pid: process.pid },
    serializers: { req: ({ method, id }: { method: string; id: string }) => ({ method, id }) },
  });
}
