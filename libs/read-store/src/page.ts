import { Malformed } from '@mainstay/event-sourcing';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

export interface PageRequest<Row> {
  readonly sort: keyof Row & string;
  readonly direction: 'asc' | 'desc';
  /** What makes a row unique within the tenant; decides between rows that sort alike. */
  readonly key: (keyof Row & string) | readonly (keyof Row & string)[];
  readonly cursor?: string;
  readonly limit: number;
}

export interface Page<Row> {
  readonly items: Row[];
  /** For the next page; null after the last. Opaque. */
  readonly nextCursor: string | null;
}

interface Cursor {
  readonly sort: string;
  readonly direction: string;
  readonly value: unknown;
  readonly key: unknown[];
}

/**
 * One page of a list, from where the page before ended: nothing is shown twice or left out when rows come and go. Rows
 * without a value to sort by come last in either direction.
 * @throws Malformed for a cursor of another list or order
 */
export async function page<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { sort, direction, key, cursor, limit }: PageRequest<Row>,
): Promise<Page<Row>> {
  const keys = [key].flat() as string[];
  const { nullable } = column(query, sort);
  const sql = { by: `${query.alias}.${sort}`, keys: keys.map((name) => `${query.alias}.${name}`) };
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  const paged = query.clone().orderBy(sql.by, order, nullable ? 'NULLS LAST' : undefined);
  for (const name of sql.keys) paged.addOrderBy(name, order);
  if (cursor !== undefined)
    paged.andWhere(after(parsed(cursor, sort, direction, keys.length), sql, direction, nullable));
  const rows = await paged.limit(limit + 1).getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items, nextCursor: null };
  return {
    items,
    nextCursor: text({ sort, direction, value: last[sort] ?? null, key: keys.map((name) => last[name] as unknown) }),
  };
}

/** All rows of a list, page by page, so that an export of any length keeps memory flat. */
export async function* allPages<Row>(next: (cursor: string | undefined) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await next(cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}

function after(
  { value, key }: Cursor,
  sql: { by: string; keys: string[] },
  direction: string,
  nullable: boolean,
): Brackets {
  const further = direction === 'asc' ? '>' : '<';
  const parameters = { pageValue: value, ...Object.fromEntries(key.map((part, index) => [`pageKey${index}`, part])) };
  const keyNames = key.map((_, index) => `:pageKey${index}`).join(', ');
  const keyFurther = `(${sql.keys.join(', ')}) ${further} (${keyNames})`;
  return new Brackets((where) => {
    if (value === null) where.where(`${sql.by} is null and ${keyFurther}`, parameters);
    else {
      where.where(`(${sql.by}, ${sql.keys.join(', ')}) ${further} (:pageValue, ${keyNames})`, parameters);
      if (nullable) where.orWhere(`${sql.by} is null`);
    }
  });
}

function column<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, sort: string): { nullable: boolean } {
  const found = query.expressionMap.mainAlias!.metadata.findColumnWithPropertyName(sort);
  if (!found) throw new Malformed('request.sort', `sort: ${sort} is not a column of this list.`);
  return { nullable: found.isNullable };
}

const text = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function parsed(encoded: string, sort: string, direction: string, keyParts: number): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Cursor;
    const scalar = (value: unknown) => value === null || typeof value !== 'object';
    const fits = cursor.sort === sort && cursor.direction === direction && cursor.key.length === keyParts;
    if (fits && scalar(cursor.value) && cursor.key.every(scalar)) return cursor;
  } catch {
    // Refused below, like the cursor of another list.
  }
  throw new Malformed('request.cursor', 'cursor: must come from the page before, in the same order.');
}
