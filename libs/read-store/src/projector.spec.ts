import { eventTypes } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { z } from 'zod';
import { column } from './column';
import { projection } from './projection';
import { readTable } from './table';

const events = eventTypes({
  'test.Opened': { schema: z.object({ name: z.string(), spend: z.number() }) },
  'test.Renamed': { schema: z.object({ name: z.string() }) },
  'test.Closed': { schema: z.object({ on: z.string() }) },
});

const records = readTable('record', {
  key: ['recordId'],
  columns: {
    recordId: column.text(),
    name: column.label(),
    spend: column.number(),
    closedOn: column.date().optional(),
    names: column.textArray(),
    detail: column.json<{ renamed: number }>(),
  },
  indexes: [['name']],
});

const register = projection({
  name: 'test.register',
  version: 1,
  events,
  tables: { records },
  on: {
    'test.Opened': (event, rows) =>
      rows.records.insert({ recordId: event.stream, ...event.data, names: [event.data.name], detail: { renamed: 0 } }),
    'test.Renamed': (event, rows) =>
      rows.records.update({ recordId: event.stream }, ({ names, detail }) => ({
        name: event.data.name,
        names: [...names, event.data.name],
        detail: { renamed: detail.renamed + 1 },
      })),
    'test.Closed': (event, rows) => rows.records.update({ recordId: event.stream }, { closedOn: event.data.on }),
  },
});

const opened = (name: string) => ({ type: 'test.Opened', data: { name, spend: 1.5 } });
const renamed = (name: string) => ({ type: 'test.Renamed', data: { name } });

describe('a read model', () => {
  let db: ReadModelHarness;
  beforeAll(async () => {
    db = await readModelHarness({ projections: [register] });
  });
  afterAll(() => db.close());

  it('shows what was recorded, now and as at each moment before', async () => {
    const before = await db.append('test', '1', [opened('Öl "AG"'), renamed('Öl {2}')]);
    const after = await db.append('test', '1', [renamed('c'), { type: 'test.Closed', data: { on: '2026-02-03' } }]);
    const names = (asAt?: Date) =>
      db.read(async (manager) => (await manager.find(records.entity)).map(({ name }) => name), { asAt });
    expect(await names()).toEqual(['c']);
    expect(await names(before.recorded)).toEqual(['Öl {2}']);
    expect(await names(after.recorded)).toEqual(['c']);
    expect(await names(new Date(0))).toEqual([]);
    expect(await db.read((manager) => manager.findOneByOrFail(records.entity, { recordId: 'test-acme_1' }))).toEqual({
      tenant: 'acme',
      recorded: after.recorded,
      recordId: 'test-acme_1',
      name: 'c',
      spend: 1.5,
      closedOn: '2026-02-03',
      names: ['Öl "AG"', 'Öl {2}', 'c'],
      detail: { renamed: 2 },
    });
  });

  it('reads the same after a rebuild', () => db.rebuildGivesSameRows());
});
