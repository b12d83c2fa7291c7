import { escapeIdentifier as quoted } from 'pg';
import { postgresTypes } from './column';
import type { AnyReadTable, TableColumn } from './table';

/** Sorting as a dictionary does. */
const DICTIONARY = '"und-x-icu"';

const define = ({ name, column }: TableColumn) =>
  `${quoted(name)} ${postgresTypes[column.type]}${column.type === 'label' ? ` collate ${DICTIONARY}` : ''}${column.nullable ? '' : ' not null'}`;

export const sqlNames = (table: AnyReadTable, properties: readonly string[]) =>
  properties.map((property) => quoted(table.columns.find((column) => column.property === property)!.name));

/** The table and its history, bare, even of keys: fit to be filled fast by the projector, out of reach for anyone else. */
export function createTables(table: AnyReadTable, schema: string): string {
  const [now, history] = places(table, schema);
  const columns = ['tenant text not null', 'recorded timestamptz not null', ...table.columns.map(define)].join(', ');
  return `
create table ${now} (${columns});
create table ${history} (${columns}, superseded timestamptz not null);
grant select, insert, update on ${now} to mainstay_projector;
grant select, insert on ${history} to mainstay_projector;
`;
}

/**
 * The key of a table: made when rows in it are looked for the first time, else once all are in. While the product is in use
 * indexes are made concurrently: else the transaction of each would keep new events from every reader of the feed for as
 * long as it takes. Each statement stands alone.
 */
export function keyOfTable(table: AnyReadTable, schema: string, inUse: boolean): string[] {
  const [now] = places(table, schema);
  return primaryKey(now, `${table.name}_pkey`, sqlNames(table, table.key), inUse);
}

/** Indexes, made once the rows are in, which is much faster; then who may see which rows. Each statement stands alone. */
export function finishTables(table: AnyReadTable, schema: string, inUse: boolean): string[] {
  const [now, history] = places(table, schema);
  const key = sqlNames(table, table.key);
  return [
    ...table.indexes.map((columns) => `create ${index(inUse)} on ${now} (tenant, ${sqlNames(table, columns)})`),
    ...primaryKey(history, `${table.name}_history_pkey`, [...key, 'superseded'], inUse),
    `analyze ${now}`,
    `analyze ${history}`,
    protect(now) + protect(history),
  ];
}

const index = (inUse: boolean) => (inUse ? 'index concurrently' : 'index');

const primaryKey = (place: string, name: string, columns: readonly string[], inUse: boolean) => [
  `create unique ${index(inUse)} ${quoted(name)} on ${place} (tenant, ${columns.join(', ')})`,
  `alter table ${place} add primary key using index ${quoted(name)}`,
];

/** Tenant by tenant for those who serve requests; never for changes. A row is never deleted: nobody is granted that. */
const protect = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy tenant_at_hand on ${table} for select to mainstay_api
  using (tenant = nullif(current_setting('app.tenant', true), ''));
create policy every_tenant on ${table} to mainstay_projector using (true) with check (true);
grant select on ${table} to mainstay_api;
`;

/** Puts a finished table in the place of the one that is read, with its view for *as at*. */
export function publishTables(table: AnyReadTable, schema: string): string {
  const [now, history] = places(table, schema);
  const [liveNow, liveHistory] = places(table, 'read');
  const view = `as_at.${quoted(table.name)}`;
  const columns = [
    'tenant',
    'recorded',
    ...sqlNames(
      table,
      table.columns.map((column) => column.property),
    ),
  ].join(', ');
  const asAt = "current_setting('app.as_at')::timestamptz";
  return `
drop view if exists ${view};
drop table if exists ${liveNow}, ${liveHistory};
alter table ${now} set schema read;
alter table ${history} set schema read;
create view ${view} with (security_invoker = true) as
  select ${columns} from ${liveNow} where recorded <= ${asAt}
  union all
  select ${columns} from ${liveHistory} where recorded <= ${asAt} and superseded > ${asAt};
grant select on ${view} to mainstay_api;
`;
}

export const places = (table: AnyReadTable, schema: string) =>
  [`${quoted(schema)}.${quoted(table.name)}`, `${quoted(schema)}.${quoted(`${table.name}_history`)}`] as const;
