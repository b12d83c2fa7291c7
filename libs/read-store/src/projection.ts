import type { RecordedEvent, upcast } from '@mainstay/event-sourcing';
import type { z } from 'zod';
import type { AnyReadTable, KeyOf, NewRowOf, RowOf } from './table';

/** Event types by their literal type strings, as `eventTypes` of a context gives them. */
export type EventTypeTable = Parameters<typeof upcast>[0];

/** What a handler may do to a table. Every change is made for the event's tenant, as recorded by the event. */
export interface Rows<Table> {
  /** A row whose key must be new. */
  insert(row: NewRowOf<Table>): void;
  /**
   * Changes a row that must exist; otherwise the projection stops. A member that is undefined is left as it is; null
   * clears it. The function form sees the row as it is and must not change it in place.
   */
  update(key: KeyOf<Table>, change: Partial<RowOf<Table>> | ((row: RowOf<Table>) => Partial<RowOf<Table>>)): void;
  /** Inserts the row or replaces the one with the same key as a whole. */
  put(row: NewRowOf<Table>): void;
  /** Like `put`, where the new row follows from the old one (undefined if there is none): counters, sums. */
  upsert(key: KeyOf<Table>, next: (row: RowOf<Table> | undefined) => NewRowOf<Table>): void;
}

export type Tables = Readonly<Record<string, AnyReadTable>>;
export type RowsOf<T extends Tables> = { readonly [Name in keyof T]: Rows<T[Name]> };

type Handlers<Types extends EventTypeTable, T extends Tables> = {
  readonly [Type in keyof Types & string]?: (
    event: RecordedEvent<Type, z.infer<Types[Type]['schema']>>,
    rows: RowsOf<T>,
  ) => void;
};

export interface ProjectionDefinition<Types extends EventTypeTable, T extends Tables> {
  /** Stable name, such as `portfolio.account-register`. */
  readonly name: string;
  /** Raise it when handlers or tables change: the next start rebuilds the tables beside the old ones. */
  readonly version: number;
  /** Types the handlers may listen to; of several contexts: `{ ...accountEvents, ...auditEvents }`. */
  readonly events?: Types;
  /** By the name that handlers use. A table belongs to exactly one projection. */
  readonly tables: T;
  /** Pure and synchronous. Payloads arrive at their present schema version. */
  readonly on?: Handlers<Types, T>;
  /** Called for every event, before the handler of its type. */
  readonly all?: (event: RecordedEvent, rows: RowsOf<T>) => void;
}

type Handler = (event: RecordedEvent, rows: RowsOf<Tables>) => void;

export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly events: EventTypeTable;
  readonly tables: Tables;
  readonly on: ReadonlyMap<string, Handler>;
  readonly all?: Handler;
}

/** Declares how events become rows of read tables. */
export function projection<const Types extends EventTypeTable, const T extends Tables>(
  definition: ProjectionDefinition<Types, T>,
): Projection {
  const { name, version, events = {}, tables, on = {}, all } = definition;
  if (!/^[a-z][a-z0-9.-]{0,56}$/.test(name)) {
    throw new Error(`The projection name ${name} must be 1 to 57 lower case letters, digits, dots and hyphens.`);
  }
  return {
    name,
    version,
    events,
    tables,
    on: new Map(Object.entries(on)) as Map<string, Handler>,
    all: all as Handler | undefined,
  };
}
