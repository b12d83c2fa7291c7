import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { type Column, type ColumnType, postgresTypes } from './column';

type Columns = Readonly<Record<string, Column<unknown>>>;
type Flat<Type> = { [Name in keyof Type]: Type[Name] };
type OptionalOf<C extends Columns> = { [Name in keyof C]: null extends C[Name]['holds'] ? Name : never }[keyof C];

/** A column with its name in code (`accountId`) and in SQL (`account_id`). */
export interface TableColumn {
  readonly property: string;
  readonly name: string;
  readonly column: Column<unknown>;
}

/** A table of a read model, with its history and its *as at* view. */
export interface ReadTable<C extends Columns = Columns, Key extends keyof C & string = keyof C & string> {
  readonly name: string;
  /** Names in code; within one tenant they make a row unique. */
  readonly key: readonly Key[];
  readonly columns: readonly TableColumn[];
  readonly indexes: readonly (readonly string[])[];
  /** For queries: the name is not qualified, so that the search path decides between now and *as at*. */
  readonly entity: EntitySchema<StoredRow<C>>;
}

type Row<C extends Columns> = Flat<{ readonly [Name in keyof C]: C[Name]['holds'] }>;
type StoredRow<C extends Columns> = Flat<Row<C> & { readonly tenant: string; readonly recorded: Date }>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table of any shape; `unknown` would lose key variance
export type AnyReadTable = ReadTable<any, any>;

/** What a handler sees of a row. */
export type RowOf<Table> = Table extends ReadTable<infer C, infer _Key> ? Row<C> : never;
/** What a query gives: also the tenant, and the moment since when the row reads as it does. */
export type StoredRowOf<Table> = Table extends ReadTable<infer C, infer _Key> ? StoredRow<C> : never;
/** What a handler inserts: optional columns may be left out. */
export type NewRowOf<Table> =
  Table extends ReadTable<infer C, infer _Key>
    ? Flat<Omit<Row<C>, OptionalOf<C>> & { readonly [Name in OptionalOf<C>]?: C[Name]['holds'] }>
    : never;
export type KeyOf<Table> = Table extends ReadTable<infer C, infer Key> ? Flat<Pick<Row<C>, Key>> : never;

const RESERVED = ['tenant', 'recorded', 'superseded'];
const KEY_TYPES: readonly ColumnType[] = ['text', 'integer', 'date'];

/**
 * Declares a read table. Every table also has `tenant` (first in its key) and `recorded` (since when the row reads as it
 * does). Indexes are within a tenant: `[['divisionId', 'name']]`.
 */
export function readTable<const C extends Columns, const Key extends keyof C & string>(
  name: string,
  definition: {
    readonly key: readonly Key[];
    readonly columns: C;
    readonly indexes?: readonly (readonly (keyof C & string)[])[];
  },
): ReadTable<C, Key> {
  if (!/^[a-z][a-z0-9_]{0,49}$/.test(name) || name.endsWith('_history')) {
    throw new Error(
      `The read table name ${name} must be 1 to 50 lower case letters, digits and _, not ending in _history.`,
    );
  }
  const columns = Object.entries(definition.columns).map(([property, column]) => ({
    property,
    name: sqlName(property),
    column,
  }));
  for (const { name: column, property } of columns) {
    if (RESERVED.includes(column)) throw new Error(`The read table ${name} may not declare a column ${property}.`);
  }
  for (const property of definition.key) {
    const column = definition.columns[property];
    if (!column || column.nullable || !KEY_TYPES.includes(column.type)) {
      throw new Error(
        `The key column ${property} of the read table ${name} must be a text, integer or date, and not optional.`,
      );
    }
  }
  return {
    name,
    key: definition.key,
    columns,
    indexes: definition.indexes ?? [],
    entity: entityOf(name, definition.key, columns),
  };
}

const sqlName = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function entityOf<C extends Columns>(name: string, key: readonly string[], columns: readonly TableColumn[]) {
  const options: Record<string, EntitySchemaColumnOptions> = {
    tenant: { type: 'text', primary: true },
    recorded: { type: 'timestamptz' },
  };
  for (const { property, name, column } of columns) {
    const type = postgresTypes[column.type];
    options[property] = {
      name,
      type: (type === 'text[]' ? 'text' : type) as EntitySchemaColumnOptions['type'],
      array: type === 'text[]',
      nullable: column.nullable,
      primary: key.includes(property),
    };
  }
  return new EntitySchema<StoredRow<C>>({ name, tableName: name, columns: options as never });
}
