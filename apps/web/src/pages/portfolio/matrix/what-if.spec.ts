import fc from 'fast-check';
import { changesFor, type ScoredCriterion } from './what-if';

const criterion = (id: string, score: number, share: number, axis: ScoredCriterion['axis'] = 'attractiveness') => ({
  id,
  label: id,
  score,
  share,
  axis,
});
const standing = criterion('view', 6, 1, 'standing');
const two = [criterion('spend', 4, 0.75), criterion('growth', 8, 0.25), standing];

describe('what a move in the matrix would take', () => {
  it('names the criteria of which one alone would do, the smallest change first', () => {
    const [change, ...others] = changesFor(two, { attractiveness: 5.4, standing: 6 });
    expect(others).toEqual([]);
    expect(change).toMatchObject({ axis: 'attractiveness', from: 5, to: 5.4 });
    expect(change!.alone).toEqual([
      { id: 'spend', label: 'spend', from: 4, to: 4.5 },
      { id: 'growth', label: 'growth', from: 8, to: 9.6 },
    ]);
  });

  it('leaves out what would have to go off the scale', () => {
    expect(changesFor(two, { attractiveness: 7, standing: 6 })[0]!.alone.map(({ id }) => id)).toEqual(['spend']);
  });

  it('names the fewest that do it together where none does it alone', () => {
    const [change] = changesFor(two, { attractiveness: 9.9, standing: 6 });
    expect(change!.alone).toEqual([]);
    expect(change!.together).toEqual([
      { id: 'spend', label: 'spend', from: 4, to: 10 },
      { id: 'growth', label: 'growth', from: 8, to: 9.6 },
    ]);
  });

  it('is nothing where the place is the same', () => {
    expect(changesFor(two, { attractiveness: 5, standing: 6 })).toEqual([]);
  });

  it('brings the account to the place, whatever the scores and weights', () => {
    const scored = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 })
      .map((all) => {
        const total = all.reduce((sum, [, weight]) => sum + weight, 0);
        return all.map(([score, weight], index) => criterion(`c${index}`, score, weight / total));
      });
    fc.assert(
      fc.property(scored, fc.integer({ min: 0, max: 100 }), (own, place) => {
        for (const { to, alone, together } of changesFor(own, { attractiveness: place / 10, standing: 0 })) {
          const after = (changes: readonly { id: string; to: number }[]) =>
            own.reduce((sum, one) => sum + (changes.find(({ id }) => id === one.id)?.to ?? one.score) * one.share, 0);
          for (const one of alone) expect(Math.abs(after([one]) - to)).toBeLessThanOrEqual(0.06);
          if (alone.length === 0) expect(Math.abs(after(together) - to)).toBeLessThanOrEqual(0.06);
        }
      }),
    );
  });
});
