import fc from 'fast-check';
import { refusal } from '../testing/domain';
import { bandsProblem, type Feed, fedScore, valueOf, withFed } from './fed';

const facts = { spend: 400, potential: 1000, growth: 4, divisionIds: ['a', 'b'], countries: ['DE'], sites: [] };
const bands = [
  { from: null, to: 100, score: 0 },
  { from: 100, to: 500, score: 5 },
  { from: 500, to: null, score: 10 },
];
const bySpend: Feed = { field: 'spend', bands };
const criterion = { id: 'size', label: 'Size', fed: bySpend };

describe('a criterion fed by a fact', () => {
  it('takes the band that the fact falls into, its lower edge included', () => {
    const scoreAt = (spend: number) => fedScore(bySpend, { ...facts, spend })?.score;
    expect([scoreAt(99), scoreAt(100), scoreAt(499), scoreAt(500)]).toEqual([0, 5, 5, 10]);
    expect(fedScore(bySpend, facts)).toEqual({ field: 'spend', value: 400, from: 100, to: 500, score: 5 });
  });

  it('counts lists, and says headroom as the share that potential lies above spend', () => {
    expect([valueOf('divisions', facts), valueOf('countries', facts), valueOf('sites', facts)]).toEqual([2, 1, 0]);
    expect(valueOf('headroom', facts)).toBe(150);
    expect(valueOf('headroom', { ...facts, spend: 0 })).toBeNull();
  });

  it('is scored by hand where nobody has given the fact', () => {
    expect(fedScore({ field: 'potential', bands }, { ...facts, potential: null })).toBeNull();
    expect(withFed([criterion], { ...facts }, {}, {})).toMatchObject({
      scores: { size: 5 },
      fed: { size: { value: 400 } },
    });
    const unknown = { ...criterion, fed: { field: 'potential' as const, bands } };
    expect(withFed([unknown], { ...facts, potential: null }, {}, {})).toEqual({ scores: {}, fed: {} });
  });

  it('is not typed over without a reason', () => {
    expect(() => withFed([criterion], facts, { size: 9 }, {})).toThrow(refusal('score.fed-typed-over'));
    expect(withFed([criterion], facts, { size: 9 }, { size: 'Signed for more' }).scores).toEqual({ size: 9 });
    expect(withFed([criterion], facts, { size: 5 }, {}).scores).toEqual({ size: 5 });
  });
});

describe('bands', () => {
  it('cover every value exactly once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -2000, max: 2000 }),
        (edges, spend) => {
          const sorted = [null, ...edges.sort((a, b) => a - b), null];
          const all = sorted.slice(1).map((to, index) => ({ from: sorted[index]!, to, score: index % 11 }));
          const feed: Feed = { field: 'spend', bands: all };
          expect(bandsProblem(feed)).toBeUndefined();
          expect(fedScore(feed, { ...facts, spend })).not.toBeNull();
        },
      ),
    );
  });

  it('are refused with a gap, an overlap, or closed ends', () => {
    expect(bandsProblem({ field: 'spend', bands: [] })).toMatch('open below');
    expect(bandsProblem({ field: 'spend', bands: [{ from: 0, to: null, score: 1 }] })).toMatch('open below');
    const gap = [
      { from: null, to: 100, score: 0 },
      { from: 200, to: null, score: 10 },
    ];
    expect(bandsProblem({ field: 'spend', bands: gap })).toMatch('begin where');
  });
});
