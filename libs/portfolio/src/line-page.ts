import { cursorOf, fromCursor } from '@mainstay/http';
import type { EntityManager } from 'typeorm';

/** Pages of lists whose lines are put together in SQL from several tables; each is sorted by one column of the lines. */

export interface LineOrder {
  /** SQL over the lines. Lines without a value come last, whichever way they are sorted. */
  readonly by: string;
  /** Else a text, dates as ISO dates among them. */
  readonly number?: boolean;
}

export interface LineQuery {
  readonly sort: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The orders of a list by the names of its columns; a leading minus sorts downwards. */
export const upAndDown = <Name extends string>(...names: readonly Name[]): (Name | `-${Name}`)[] =>
  names.flatMap((name) => [name, `-${name}` as const]);

export interface Lines {
  /** A select whose lines have a column `key` that is unique, and sorts those that are equal otherwise. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

const none = { text: { first: `''`, last: `'9999-12-31'` }, number: { first: '-1e300', last: '1e300' } } as const;

function ordered(orders: Readonly<Record<string, LineOrder>>, sort: string) {
  const descending = sort.startsWith('-');
  const { by, number = false } = orders[descending ? sort.slice(1) : sort]!;
  const { first, last } = none[number ? 'number' : 'text'];
  const value = `coalesce((${by})::${number ? 'float8' : 'text'}, ${descending ? first : last})`;
  return { value, number, descending, sql: `${value} ${descending ? 'desc' : 'asc'}, key` };
}

/** @throws Malformed for a cursor of another list or another order */
export async function pageOfLines<Line>(
  manager: EntityManager,
  { sql, values }: Lines,
  orders: Readonly<Record<string, LineOrder>>,
  { sort, cursor, limit }: LineQuery,
): Promise<{ items: Line[]; total: number; next: string | null }> {
  const order = ordered(orders, sort);
  const after = cursor === undefined ? [] : fromCursor(cursor, sort, order.number ? 'number' : 'string');
  const [value, key] = [values.length + 1, values.length + 2];
  const beyond = after.length
    ? `where ${order.value} ${order.descending ? '<' : '>'} $${value} or (${order.value} = $${value} and key > $${key})`
    : '';
  const [{ total }] = (await manager.query(`select count(*)::int as total from (${sql}) line`, [...values])) as [
    { total: number },
  ];
  const found: (Line & { key: string; sorted: string | number })[] = await manager.query(
    `select line.*, ${order.value} as sorted from (${sql}) line ${beyond} order by ${order.sql} limit ${limit + 1}`,
    [...values, ...after],
  );
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map(withoutKey<Line>),
    total,
    next: found.length > limit && last ? cursorOf(sort, last.sorted, last.key) : null,
  };
}

/** Every line, for a download. */
export async function allLines<Line>(
  manager: EntityManager,
  { sql, values }: Lines,
  orders: Readonly<Record<string, LineOrder>>,
  sort: string,
): Promise<Line[]> {
  const found: (Line & { key: string })[] = await manager.query(
    `select * from (${sql}) line order by ${ordered(orders, sort).sql}`,
    [...values],
  );
  return found.map(withoutKey<Line>);
}

const withoutKey = <Line>({ key: _, sorted: __, ...line }: Line & { key: string; sorted?: unknown }): Line =>
  line as Line;
