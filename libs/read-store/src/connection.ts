import { Client, types as pgTypes } from 'pg';

export { isPassing } from '@mainstay/tenant-database';

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
