import { column } from './column';
import { projection } from './projection';
import { assertDistinct } from './projector-options';
import { readTable } from './table';

const id = column.text();

describe('the declaration of a read table', () => {
  it.each(['Account', 'a-b', '', 'account_history', 'x'.repeat(51)])('refuses the name "%s"', (name) => {
    expect(() => readTable(name, { key: ['id'], columns: { id } })).toThrow(`The read table name ${name} must be`);
  });

  it.each([column.text().optional(), column.number(), column.json(), column.moment()])(
    'refuses a key that may be %j',
    (key) => {
      expect(() => readTable('t', { key: ['key'], columns: { key } })).toThrow(
        'The key column key of the read table t must be',
      );
    },
  );

  it.each(['tenant', 'recorded', 'superseded'])('keeps the column %s to itself', (name) => {
    expect(() => readTable('t', { key: ['id'], columns: { id, [name]: column.text() } })).toThrow(
      `may not declare a column ${name}`,
    );
  });

  it('refuses two projections that write to one table, or share a name', () => {
    const one = projection({
      name: 'one',
      version: 1,
      tables: { t: readTable('t', { key: ['id'], columns: { id } }) },
    });
    expect(() => assertDistinct([one, { ...one, name: 'two' }])).toThrow('The read table t is declared twice.');
    expect(() => assertDistinct([one, { ...one, tables: {} }])).toThrow('The projection one is declared twice.');
  });
});
