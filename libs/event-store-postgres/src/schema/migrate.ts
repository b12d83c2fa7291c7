import type { ClientBase } from 'pg';
import { appendFunctions } from './append-functions';
import { readFunctions } from './read-functions';
import { tables } from './tables';

/** In order; what has been released is never changed, only followed by another. */
const migrations: readonly string[] = [tables + appendFunctions + readFunctions];

const MIGRATE_LOCK = 7_310_003;

/** Brings schema `es` up to date; harmless when it is. The client signs in as `mainstay_migrate`. */
export async function migrateEventStore(client: ClientBase): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATE_LOCK]);
    await client.query('create schema if not exists es');
    await client.query(
      'create table if not exists es.migrations (version int primary key, applied timestamptz not null default now())',
    );
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from es.migrations',
    );
    const present = rows[0]!.version;
    if (present > migrations.length) {
      throw new Error(`The event store is at schema version ${present}; this release knows ${migrations.length} only.`);
    }
    for (const [index, sql] of migrations.entries()) {
      if (index < present) continue;
      await client.query(sql);
      await client.query('insert into es.migrations (version) values ($1)', [index + 1]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
