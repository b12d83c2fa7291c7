import { type DomainEvent, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { column } from './column';
import { projection } from './projection';
import { readTable } from './table';

/** A small register of records and a count of them, for the specs of this library. */
export const events = eventTypes({
  'test.Opened': { schema: z.object({ name: z.string(), spend: z.number() }) },
  'test.Renamed': { schema: z.object({ name: z.string() }) },
  'test.Closed': { schema: z.object({ on: z.string() }) },
});

export const records = readTable('record', {
  key: ['recordId'],
  columns: {
    recordId: column.text(),
    name: column.label(),
    spend: column.number(),
    closedOn: column.date().optional(),
    openedAt: column.moment(),
    names: column.textArray(),
    detail: column.json<{ renamed: number; note: string }>(),
    open: column.boolean(),
  },
  indexes: [['name']],
});

export const register = projection({
  name: 'test.register',
  version: 1,
  events,
  tables: { records },
  on: {
    'test.Opened': ({ stream, data, recorded }, rows) =>
      rows.records.insert({
        ...data,
        recordId: stream,
        openedAt: recorded,
        names: [data.name],
        detail: { renamed: 0, note: data.name },
        open: true,
      }),
    'test.Renamed': ({ stream, data: { name } }, rows) =>
      rows.records.update({ recordId: stream }, ({ names, detail }) => ({
        name,
        names: [...names, name],
        detail: { ...detail, renamed: detail.renamed + 1 },
      })),
    'test.Closed': ({ stream, data }, rows) =>
      rows.records.update({ recordId: stream }, { closedOn: data.on, open: false }),
  },
});

export const totals = readTable('total', { key: ['kind'], columns: { kind: column.text(), n: column.integer() } });

export const count = projection({
  name: 'test.count',
  version: 1,
  tables: { totals },
  all: ({ type }, rows) => rows.totals.upsert({ kind: type }, (row) => ({ kind: type, n: (row?.n ?? 0) + 1 })),
});

export const opened = (name: string, spend = 1.5): DomainEvent => ({ type: 'test.Opened', data: { name, spend } });
export const renamed = (name: string): DomainEvent => ({ type: 'test.Renamed', data: { name } });
export const closed = (on: string): DomainEvent => ({ type: 'test.Closed', data: { on } });
