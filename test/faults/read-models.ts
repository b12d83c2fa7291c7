import { PostgresEventStore, roleUrls } from '@mainstay/event-store-postgres';
import { rebuildProjection } from '@mainstay/read-store';
import { Client } from 'pg';
import { events, projections } from '@mainstay/product';
import { DATABASE, passwords } from '../../apps/all-in-one/src/database';
import { DataFolder } from '../../apps/all-in-one/src/start/data-folder';

const urlsOf = (dataFolder: string) => {
  const folder = new DataFolder(dataFolder);
  const superuser = `postgres://postgres@127.0.0.1:${folder.running()!.postgresPort}/postgres`;
  return roleUrls(superuser, DATABASE, passwords(folder.secrets()));
};

/** Every row of every read table and of its history, as text, by table. */
export const dumpReadModels = (dataFolder: string) => dumpOf(urlsOf(dataFolder).projector);

/** @param url for the role that reads every tenant's rows */
export async function dumpOf(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'read' order by 1`,
    );
    const dump: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`select one::text as row from ${name} one order by 1`);
      dump[name] = rows.rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await client.end();
  }
}

/** Builds every read model anew from the events, beside the running product. */
export async function rebuildReadModels(dataFolder: string): Promise<void> {
  const urls = urlsOf(dataFolder);
  const store = new PostgresEventStore({ urls });
  try {
    for (const { name } of projections) await rebuildProjection({ store, urls, projections, events }, name);
  } finally {
    await store.close();
  }
}
