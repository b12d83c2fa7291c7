import { type Columns, csvStream, writeXlsx, XLSX_TYPE } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Sends rows as a CSV download, as they come from the database. */
export function sendCsv<Row>(
  reply: FastifyReply,
  fileName: string,
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): FastifyReply {
  return download(reply, fileName, 'text/csv; charset=utf-8').send(csvStream(columns, rows));
}

/** The formats that a list may be downloaded in; part of an export's query. */
export const tableFormat = z.enum(['csv', 'xlsx']).default('csv').describe('CSV, or XLSX for spreadsheets');
export type TableFormat = z.infer<typeof tableFormat>;

/** Sends rows as a CSV or XLSX download. @param name of the file without its ending, and of the sheet */
export async function sendTable<Row>(
  reply: FastifyReply,
  format: TableFormat,
  name: string,
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<FastifyReply> {
  if (format === 'csv') return sendCsv(reply, `${name}.csv`, columns, rows);
  return download(reply, `${name}.xlsx`, XLSX_TYPE).send(await writeXlsx(name.slice(0, 31), columns, rows));
}

export function download(reply: FastifyReply, fileName: string, type: string): FastifyReply {
  return reply.header('Content-Type', type).header('Content-Disposition', disposition(fileName));
}

/** RFC 6266: a name beyond plain letters is said twice, once for readers that know no others. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^ -~]|["\\%]/g, '_');
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"${plain === fileName ? '' : `; filename*=UTF-8''${exact}`}`;
}
