import { readWith } from './read-with';

const went = (id: string, ...way: string[]) => ({ id, code: id.toUpperCase(), name: id, way });
const said = (accountId: string, day: string) => ({ accountId, day });
const read = (merged: ReturnType<typeof went>[], ...entries: ReturnType<typeof said>[]) =>
  readWith('b', merged, entries, ({ day }) => day).map(({ accountId, day, holds }) => `${accountId} ${day} ${holds}`);

describe('what is read with the account that stands for another since a merge', () => {
  it('is its own where nothing was merged into it, the latest first', () => {
    expect(read([], said('b', '2024-01-01'), said('b', '2025-01-01'))).toEqual([
      'b 2025-01-01 true',
      'b 2024-01-01 true',
    ]);
  });

  it('holds for the days before that account says anything itself, and is there to be read from then on', () => {
    const entries = [
      said('a', '2023-01-01'),
      said('a', '2024-01-01'),
      said('a', '2025-01-01'),
      said('b', '2024-01-01'),
    ];
    expect(read([went('a', 'b')], ...entries)).toEqual([
      'a 2025-01-01 false',
      'b 2024-01-01 true',
      'a 2024-01-01 false',
      'a 2023-01-01 true',
    ]);
  });

  it('is all of it where that account says nothing, with where it was said', () => {
    const [entry] = readWith('b', [went('a', 'b')], [said('a', '2024-01-01')], ({ day }) => day);
    expect(entry).toMatchObject({ holds: true, saidAt: { id: 'a', code: 'A', name: 'a' } });
    expect(entry!.saidAt).not.toHaveProperty('way');
  });

  it('comes second to what an account on the way says, where several were merged one after the other', () => {
    const merged = [went('a', 'm', 'b'), went('m', 'b')];
    expect(read(merged, said('a', '2023-01-01'), said('a', '2025-01-01'), said('m', '2024-01-01'))).toEqual([
      'a 2025-01-01 false',
      'm 2024-01-01 true',
      'a 2023-01-01 true',
    ]);
  });
});
