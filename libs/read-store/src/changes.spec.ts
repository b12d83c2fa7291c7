import type { RecordedEvent } from '@mainstay/event-sourcing';
import { TableChanges } from './changes';
import { column } from './column';
import { readTable } from './table';

const table = readTable('counter', { key: ['id'], columns: { id: column.text(), n: column.integer() } });
const event = (tenant = 'acme') => ({ tenant }) as RecordedEvent;

const changes = (at = 10, tenant?: string) => {
  const made = new TableChanges(table);
  made.at(event(tenant), at);
  return made;
};
const add = (row: Readonly<Record<string, unknown>>) => ({ n: (row.n as number) + 1 });

describe('the changes of a batch', () => {
  it('write a new row once, as it stands at the end, with its earlier states in the history', () => {
    const made = changes(10);
    made.insert({ id: 'a', n: 0 });
    made.at(event(), 20);
    made.update({ id: 'a' }, add);
    made.at(event(), 30);
    made.update({ id: 'a' }, { n: 9 });
    expect(made.wanted()).toEqual([]);
    expect(made.outcome()).toMatchObject({ fresh: [{ row: { id: 'a', n: 9 }, recorded: 30 }], changed: [] });
    expect(made.past).toMatchObject([
      { row: { n: 0 }, recorded: 10, superseded: 20 },
      { row: { n: 1 }, recorded: 20, superseded: 30 },
    ]);
  });

  it('leave no history of what was replaced within one moment', () => {
    const made = changes(10);
    made.insert({ id: 'a', n: 0 });
    made.update({ id: 'a' }, add);
    expect(made.outcome().fresh).toMatchObject([{ row: { n: 1 }, recorded: 10 }]);
    expect(made.past).toEqual([]);
  });

  it('end the stored row when it first changed, not when it last did', () => {
    const made = changes(20);
    made.update({ id: 'a' }, add);
    made.at(event(), 30);
    made.update({ id: 'a' }, add);
    expect(made.wanted()).toMatchObject([{ tenant: 'acme', key: { id: 'a' } }]);
    made.settle([{ tenant: 'acme', row: { id: 'a', n: 5 }, recorded: 10 }]);
    expect(made.outcome().changed).toMatchObject([{ row: { n: 7 }, recorded: 30, ends: 20 }]);
    expect(made.past).toMatchObject([{ row: { n: 6 }, recorded: 20, superseded: 30 }]);
  });

  it('keep rows of two tenants with the same key apart', () => {
    const made = changes(10, 'acme');
    made.insert({ id: 'a', n: 1 });
    made.at(event('globex'), 11);
    made.insert({ id: 'a', n: 2 });
    expect(made.outcome().fresh.map(({ tenant, row }) => [tenant, row.n])).toEqual([
      ['acme', 1],
      ['globex', 2],
    ]);
  });

  it('leave a member alone that is undefined, and clear one that is null', () => {
    const made = changes();
    made.insert({ id: 'a', n: 1, note: 'x' });
    made.update({ id: 'a' }, { n: undefined, note: null });
    expect(made.outcome().fresh[0]!.row).toEqual({ id: 'a', n: 1, note: null });
  });

  it('count from nothing or from what is there', () => {
    const made = changes();
    const count = () => made.upsert({ id: 'a' }, (row) => ({ id: 'a', n: ((row?.n as number | undefined) ?? 0) + 1 }));
    count();
    count();
    made.settle([]);
    expect(made.outcome().fresh).toMatchObject([{ row: { n: 2 } }]);
  });

  it('refuse to insert a row twice, to update one that is missing, and to change a key', () => {
    const made = changes();
    made.insert({ id: 'a', n: 0 });
    expect(() => made.insert({ id: 'a', n: 0 })).toThrow('the row id a of counter exists already');
    expect(() => made.update({ id: 'a' }, { id: 'b' })).toThrow('may not change its key');
    made.update({ id: 'z' }, add);
    expect(() => made.settle([])).toThrow('there is no row id z in counter to update');
  });
});
