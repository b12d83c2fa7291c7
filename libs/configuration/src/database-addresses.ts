import type { DatabaseRole } from './processes';
import type { databaseSection } from './sections/database';
import type { ValuesOf } from './variable';

type Database = ValuesOf<(typeof databaseSection)['fields']>;

const given = {
  api: { url: 'urlApi', password: 'passwordApi' },
  projector: { url: 'urlProjector', password: 'passwordProjector' },
  migrate: { url: 'urlMigrate', password: 'passwordMigrate' },
} as const;

/** The address for each role: as given, or made of the host and the role's password. What is missing goes to `problems`. */
export function databaseAddresses<Role extends DatabaseRole>(
  database: Database,
  roles: readonly Role[],
  problems: string[],
): Readonly<Record<Role, string>> {
  const addresses = roles.map((role) => {
    const { url, password } = given[role];
    const address = database[url] ?? made(database, role, database[password]);
    if (address) return [role, address];
    const name = role.toUpperCase();
    problems.push(
      database.host
        ? `DATABASE_PASSWORD_${name} is missing: it must be given with DATABASE_HOST, where DATABASE_URL_${name} is not.`
        : `DATABASE_URL_${name} is missing: it must be given, or DATABASE_HOST with DATABASE_PASSWORD_${name}.`,
    );
    return [role, ''];
  });
  return Object.fromEntries(addresses) as Record<Role, string>;
}

function made({ host, port, name, tls, caFile }: Database, role: DatabaseRole, password?: string): string | undefined {
  if (!host || password === undefined) return undefined;
  const address = new URL(`postgres://mainstay_${role}@${host}:${port}/${encodeURIComponent(name)}`);
  address.password = encodeURIComponent(password);
  if (tls === 'verify') address.searchParams.set('sslmode', 'verify-full');
  if (tls === 'verify' && caFile) address.searchParams.set('sslrootcert', caFile);
  return address.toString();
}
