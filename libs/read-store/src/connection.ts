import { Client, types as pgTypes } from 'pg';

/** Addresses of the database for the roles that keep read models. */
export interface ProjectorUrls {
  /** Writes rows. */
  readonly projector: string;
  /** Owns the tables: makes them for a build. */
  readonly migrate: string;
}

const DATE = 1082;

/** Days stay text: as moments they would depend on the time zone of the process. */
export const columnParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE ? (text: string) => text : pgTypes.getTypeParser(oid, format)) as typeof pgTypes.getTypeParser,
};

export async function connect(url: string, name: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: name, types: columnParsers });
  // A lost connection shows at the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whether another attempt may succeed: the server was lost, busy or restarting. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return SERVER_BUSY.test(code) || SYSTEM_ERROR.test(code);
  return typeof message === 'string' && CONNECTION_LOST.test(message);
}

/** SQLSTATE classes: connection, rollback, resources, object in use, operator intervention, system. */
const SERVER_BUSY = /^(08|40|53|55|57|58)[0-9A-Z]{3}$/;
/** ECONNRESET and the like. */
const SYSTEM_ERROR = /^E[A-Z]+$/;
/** How the driver says it, which gives no code. */
const CONNECTION_LOST = /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout)/i;
