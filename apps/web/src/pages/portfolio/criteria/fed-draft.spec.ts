import { bandsFrom, beginFed, withBand, withoutBand } from './fed-draft';

describe('bands of a criterion that a fact feeds', () => {
  const fed = bandsFrom(beginFed('spend'), 1, 100);

  it('begin open at both ends, each ending where the next begins', () => {
    expect(fed.bands).toEqual([
      { from: null, to: 100, score: 0 },
      { from: 100, to: null, score: 5 },
    ]);
  });

  it('stay joined when one is added above, moved or taken away', () => {
    const three = withBand(withBand(fed, 2), 2, { score: 9 });
    expect(three.bands.map(({ from, to }) => [from, to])).toEqual([
      [null, 100],
      [100, 200],
      [200, null],
    ]);
    expect(withoutBand(three, 1).bands).toEqual([
      { from: null, to: 200, score: 0 },
      { from: 200, to: null, score: 9 },
    ]);
  });
});
