import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Who does what in the database. None is a superuser; only `migrate` owns anything, and no service runs as it. */
export const databaseRoles = {
  migrate: 'mainstay_migrate',
  api: 'mainstay_api',
  projector: 'mainstay_projector',
} as const;
export type DatabaseRole = keyof typeof databaseRoles;

/** One value per role: its password, or the address to connect with. */
export type PerRole = Readonly<Record<DatabaseRole, string>>;

const PREPARE_LOCK = 7_310_001;

/**
 * Creates the roles (they belong to the whole server) and the database where missing, and sets the roles' passwords.
 * Returns the address for each role.
 */
export async function prepareDatabase(superuserUrl: string, database: string, passwords: PerRole): Promise<PerRole> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    for (const role of Object.keys(databaseRoles) as DatabaseRole[]) await prepareRole(client, role, passwords[role]);
    // The age of the readers' horizon, which es.horizon_age() tells, is in other sessions' rows.
    await client.query(`grant pg_read_all_stats to ${databaseRoles.migrate}`);
    const name = escapeIdentifier(database);
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${name} owner ${databaseRoles.migrate}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${databaseRoles.api}, ${databaseRoles.projector}`);
  } finally {
    await client.end();
  }
  return roleUrls(superuserUrl, database, passwords);
}

export function roleUrls(superuserUrl: string, database: string, passwords: PerRole): PerRole {
  const url = (role: DatabaseRole) => {
    const address = new URL(superuserUrl);
    address.username = databaseRoles[role];
    address.password = encodeURIComponent(passwords[role]);
    address.pathname = `/${encodeURIComponent(database)}`;
    return address.toString();
  };
  return { migrate: url('migrate'), api: url('api'), projector: url('projector') };
}

async function prepareRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const name = databaseRoles[role];
  const found = await client.query('select from pg_roles where rolname = $1', [name]);
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole';
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${name} ${rights} password ${escapeLiteral(password)}`);
  // A transaction left open would hold every reader back.
  if (role !== 'migrate') await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '15s'`);
}
