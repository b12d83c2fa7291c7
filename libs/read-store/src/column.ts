export type ColumnType = 'text' | 'label' | 'number' | 'integer' | 'boolean' | 'date' | 'moment' | 'json' | 'textArray';

/** A column of a read table. `Value` is what handlers write and queries give; an optional column may hold null. */
export class Column<Value> {
  /** Only a type: what the column holds. */
  declare readonly holds: Value;

  constructor(
    readonly type: ColumnType,
    readonly nullable = false,
  ) {}

  optional(): Column<Value | null> {
    return new Column<Value | null>(this.type, true);
  }
}

export const column = {
  /** Ids, codes, states. Sorts by code point. */
  text: <Value extends string = string>() => new Column<Value>('text'),
  /** Names and titles that people read in a list: sorts as a dictionary does, whatever the case and the accents. */
  label: () => new Column<string>('label'),
  /** Any number, as JavaScript holds it. */
  number: () => new Column<number>('number'),
  /** A whole number of at most 32 bits. */
  integer: <Value extends number = number>() => new Column<Value>('integer'),
  boolean: () => new Column<boolean>('boolean'),
  /** A day, 'YYYY-MM-DD'. */
  date: () => new Column<string>('date'),
  /** A moment, to the millisecond. */
  moment: () => new Column<Date>('moment'),
  json: <Value>() => new Column<Value>('json'),
  textArray: <Value extends string = string>() => new Column<readonly Value[]>('textArray'),
};

export const postgresTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  label: 'text',
  number: 'float8',
  integer: 'int4',
  boolean: 'boolean',
  date: 'date',
  moment: 'timestamptz',
  json: 'jsonb',
  textArray: 'text[]',
};
