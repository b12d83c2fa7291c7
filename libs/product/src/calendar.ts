import type { CommandRunner } from '@mainstay/event-sourcing';
import { type AcrossTenants, takeDueDecisions, type UnfinishedWork } from '@mainstay/portfolio';
import { Pool } from 'pg';

const EVERY_MS = 60_000;
const LOCK = 'mainstay calendar';

/**
 * What happens because a day has come: decisions made ahead take effect. Looks once the read models are `ready`, and then
 * every minute. The first look also goes on with the work that an earlier end of the product left unfinished.
 */
export function startCalendar(
  projectorUrl: string,
  runner: CommandRunner,
  unfinished: UnfinishedWork,
  ready: Promise<void>,
  onProblem: (error: Error) => void,
): { stop(): Promise<void> } {
  const pool = new Pool({
    connectionString: projectorUrl,
    max: 1,
    idleTimeoutMillis: 0,
    // A process that stands still must not keep the others from looking.
    options: '-c idle_session_timeout=150s',
    application_name: 'mainstay calendar',
  });
  pool.on('error', () => undefined);
  const ask: AcrossTenants = async <Row>(sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as Row[];
  let looking: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  /** Of several processes one looks at a time; the lock is that connection's, and free again when it is lost. */
  const isTurn = async () => {
    const [turn] = await ask<{ mine: boolean }>(`select pg_try_advisory_lock(hashtextextended($1, 0)) as mine`, [LOCK]);
    return turn!.mine;
  };
  let resumed = false;
  const attend = async () => {
    if (!(await isTurn())) return;
    if (!resumed) await unfinished.resume(ask, new Date());
    resumed = true;
    await takeDueDecisions(ask, runner, new Date());
  };
  const look = () => {
    looking = looking.then(attend).catch((error: Error) => onProblem(error));
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
