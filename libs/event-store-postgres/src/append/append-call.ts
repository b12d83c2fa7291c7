import type { Client } from 'pg';
import { int4Array, int8Array, textArray, uuidArray } from './sql-arrays';
import type { PendingAppend } from './pending-append';

export type AppendFunction = 'append_batch' | 'append_careful';

/** What the database says of one append; the numbers as text. */
export interface Answer {
  readonly append: PendingAppend;
  readonly status: 'recorded' | 'repeated' | 'conflict' | 'reused' | 'error';
  readonly version: string;
  readonly tx: string;
  readonly pos: string;
  readonly recorded: string;
  /** SQLSTATE of an error. */
  readonly problem: string;
}

type Row = [number, Answer['status'], string, string, string, string, string];

/** One round trip and one transaction for the whole batch, which is sorted by tenant and stream. */
export async function callAppend(
  client: Client,
  name: AppendFunction,
  batch: readonly PendingAppend[],
): Promise<Answer[]> {
  const values = [
    textArray(batch.map(({ tenant }) => tenant)),
    textArray(batch.map(({ stream }) => stream)),
    int8Array(batch.map(({ expected }) => expected)),
    int8Array(batch.map(({ backdated }) => backdated)),
    int4Array(batch.map(({ ids }) => ids.length)),
    uuidArray(batch.flatMap(({ ids }) => ids)),
    textArray(batch.flatMap(({ types }) => types)),
    textArray(batch.flatMap(({ texts }) => texts.map(({ data }) => data))),
    textArray(batch.flatMap(({ texts }) => texts.map(({ metadata }) => metadata))),
  ];
  const { rows } = await client.query<Row>({
    name,
    text: `select item, status, version, tx, pos, recorded::text, problem from es.${name}($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values,
    rowMode: 'array',
  });
  return rows.map(([item, status, version, tx, pos, recorded, problem]) => ({
    append: batch[item - 1]!,
    status,
    version,
    tx,
    pos,
    recorded,
    problem,
  }));
}
