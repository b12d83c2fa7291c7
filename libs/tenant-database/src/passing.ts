/** Whether another attempt may succeed: the server was lost, busy or restarting. */
export function isPassing(error: unknown): boolean {
  const { code, message, name } = error as { code?: unknown; message?: unknown; name?: unknown };
  if (typeof name === 'string' && LOST_BETWEEN_QUERIES.test(name)) return true;
  if (typeof code === 'string') return SERVER_BUSY.test(code) || SYSTEM_ERROR.test(code);
  return typeof message === 'string' && CONNECTION_LOST.test(message);
}

/** SQLSTATE classes: connection, rollback, resources, object in use, operator intervention, system. */
const SERVER_BUSY = /^(08|40|53|55|57|58)[0-9A-Z]{3}$/;
/** ECONNRESET and the like, and what Node says of a socket that is gone. */
const SYSTEM_ERROR = /^(E[A-Z]+|ERR_(STREAM|SOCKET)_[A-Z_]+)$/;
/** TypeORM takes a connection back that breaks while no query runs, and knows the next query's runner as released. */
const LOST_BETWEEN_QUERIES = /^QueryRunner(Provider)?AlreadyReleasedError$/;
/** How the driver says it, which gives no code. */
const CONNECTION_LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout|Query read timeout)/i;
