import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';

/**
 * Sends rows as a CSV download (UTF-8 with BOM, so that spreadsheets read the accents), as they come from the database.
 * Text that a spreadsheet would take for a formula is set off with an apostrophe.
 */
export function sendCsv<Row>(
  reply: FastifyReply,
  fileName: string,
  columns: Readonly<Record<string, (row: Row) => string | number | boolean | null | undefined>>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FastifyReply {
  const csv = stringify({ header: true, columns: Object.keys(columns), bom: true, escape_formulas: true });
  const cells = Object.values(columns);
  // Either end that fails ends the other: half a file never looks whole, and rows that nobody waits for are not read.
  pipeline(Readable.from(records(rows, cells)), csv, () => undefined);
  return download(reply, fileName, 'text/csv; charset=utf-8').send(csv);
}

export function download(reply: FastifyReply, fileName: string, type: string): FastifyReply {
  return reply.header('Content-Type', type).header('Content-Disposition', `attachment; filename="${fileName}"`);
}

async function* records<Row>(rows: AsyncIterable<Row> | Iterable<Row>, cells: ((row: Row) => unknown)[]) {
  for await (const row of rows) yield cells.map((cell) => cell(row) ?? '');
}
