import type { CommandRunner } from '@mainstay/event-sourcing';
import { type AcrossTenants, takeDueDecisions } from '@mainstay/portfolio';
import { Pool } from 'pg';

const EVERY_MS = 60_000;

/**
 * What happens because a day has come: decisions made ahead take effect. Looks once the read models are `ready`, and then
 * every minute.
 */
export function startCalendar(
  projectorUrl: string,
  runner: CommandRunner,
  ready: Promise<void>,
  onProblem: (error: Error) => void,
): { stop(): Promise<void> } {
  const pool = new Pool({ connectionString: projectorUrl, max: 1, application_name: 'mainstay calendar' });
  pool.on('error', () => undefined);
  const ask: AcrossTenants = async <Row>(sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as Row[];
  let looking: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = () => {
    looking = looking.then(() => takeDueDecisions(ask, runner, new Date())).catch(onProblem);
  };
  const begin = () => {
    if (stopped) return;
    look();
    timer = setInterval(look, EVERY_MS);
  };
  ready.then(begin, () => undefined);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await pool.end();
    },
  };
}
