import { Client, type ClientConfig, Pool } from 'pg';

const session = (settings: Readonly<Record<string, string | number>>): string =>
  Object.entries({ timezone: 'UTC', datestyle: 'ISO', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

const common: ClientConfig = { keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'mainstay-events' };

/** A connection that reports its loss once, through `lost`, instead of ending the process. */
export async function openClient(
  url: string,
  settings: Readonly<Record<string, string | number>>,
  lost: (client: Client) => void,
): Promise<Client> {
  const client = new Client({ ...common, connectionString: url, options: session(settings), query_timeout: 40_000 });
  client.on('error', () => lost(client));
  await client.connect();
  return client;
}

export function openPool(url: string, max: number): Pool {
  const pool = new Pool({ ...common, connectionString: url, max, options: session({ statement_timeout: 30_000 }) });
  pool.on('error', () => {}); // an idle connection was lost; the pool opens another when it needs one
  return pool;
}
