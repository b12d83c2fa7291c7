import { Malformed } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { allPages, page, type PageRequest } from './page';
import { closed, opened, records, register } from './register.fixture';
import type { StoredRowOf } from './table';

type RecordRow = StoredRowOf<typeof records>;

describe('pages of a list', () => {
  let db: ReadModelHarness;
  beforeAll(async () => {
    db = await readModelHarness({ projections: [register] });
    const given: [string, number, string?][] = [
      ['Zebra', 1],
      ['apple', 2, '2026-01-02'],
      ['Äpfel', 2],
      ['Apple', 2, '2026-01-01'],
      ['banana', 0.1],
    ];
    for (const [index, [name, spend, on]] of given.entries()) {
      await db.append('test', String(index), [opened(name, spend), ...(on ? [closed(on)] : [])]);
    }
  });
  afterAll(() => db.close());

  type Order = Pick<PageRequest<RecordRow>, 'sort' | 'direction'>;
  const onePage = (order: Order, limit: number, cursor?: string) =>
    db.read((manager) => {
      const query = manager.createQueryBuilder(records.entity, 'record').where('record.spend > :least', { least: 0 });
      return page(query, { ...order, key: 'recordId', limit, cursor });
    });
  const all = async (order: Order, limit: number) => {
    const names: string[] = [];
    for await (const { name } of allPages((cursor) => onePage(order, limit, cursor))) names.push(name);
    return names;
  };

  it.each([1, 2, 3, 5, 10])('give every row once in the order of a dictionary, %i at a time', async (limit) => {
    const names = ['Äpfel', 'apple', 'Apple', 'banana', 'Zebra'];
    expect(await all({ sort: 'name', direction: 'asc' }, limit)).toEqual(names);
    expect(await all({ sort: 'name', direction: 'desc' }, limit)).toEqual(names.toReversed());
  });

  it.each([1, 2, 3])('decide by key between rows that sort alike, %i at a time', async (limit) => {
    expect(await all({ sort: 'spend', direction: 'desc' }, limit)).toEqual([
      'Apple',
      'Äpfel',
      'apple',
      'Zebra',
      'banana',
    ]);
  });

  it.each([1, 2, 4])('put rows without a value last in either direction, %i at a time', async (limit) => {
    const open = ['Zebra', 'Äpfel', 'banana'];
    expect(await all({ sort: 'closedOn', direction: 'asc' }, limit)).toEqual(['Apple', 'apple', ...open]);
    expect(await all({ sort: 'closedOn', direction: 'desc' }, limit)).toEqual(['apple', 'Apple', ...open.toReversed()]);
  });

  it('go on by a moment to the millisecond', async () => {
    expect(await all({ sort: 'openedAt', direction: 'desc' }, 2)).toEqual([
      'banana',
      'Apple',
      'Äpfel',
      'apple',
      'Zebra',
    ]);
  });

  it('end without a cursor, also when the last page is full', async () => {
    expect((await onePage({ sort: 'name', direction: 'asc' }, 5)).nextCursor).toBeNull();
  });

  it('refuse a cursor of another order, or one made up', async () => {
    const { nextCursor } = await onePage({ sort: 'name', direction: 'asc' }, 1);
    for (const cursor of [nextCursor!, 'nonsense', Buffer.from('{}').toString('base64url')]) {
      await expect(onePage({ sort: 'name', direction: 'desc' }, 1, cursor)).rejects.toThrow(Malformed);
    }
  });
});
