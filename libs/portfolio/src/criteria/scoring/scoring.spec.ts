import fc from 'fast-check';
import { scoresOf } from '../../account/account.fixtures';
import { axisScores, type Criteria, type Scores, shippedCriteria, suggestedCategory } from '../criteria';
import { sensitivity } from './sensitivity';
import { thenAndNow } from './then-and-now';

const suggests = (criteria: Criteria, scores: Scores) => suggestedCategory(axisScores({ criteria }, scores));
const weighed = (criteria: Criteria, id: string, weight: number) =>
  criteria.map((one) => (one.id === id ? { ...one, weight } : one));

/** Any weights and any scores of the shipped criteria. */
const scored = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 11, maxLength: 11 }),
    fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 11, maxLength: 11 }),
  )
  .map(([weights, given]) => ({
    criteria: shippedCriteria.criteria.map((one, index) => ({ ...one, weight: weights[index]! })),
    scores: Object.fromEntries(shippedCriteria.criteria.map(({ id }, index) => [id, given[index]!])),
  }));

describe('the weight change that would change a suggestion', () => {
  it('is the smallest: with it the suggestion differs, a tenth closer it does not', () => {
    fc.assert(
      fc.property(scored, ({ criteria, scores }) => {
        const now = suggests(criteria, scores);
        for (const { id, weight, change } of sensitivity(criteria, scores)) {
          if (!change) continue;
          expect(suggests(weighed(criteria, id, change.weight), scores)).toBe(change.suggested);
          expect(change.suggested).not.toBe(now);
          const closer = (Math.round(change.weight * 10) - Math.sign(change.weight - weight)) / 10;
          expect(suggests(weighed(criteria, id, closer), scores)).toBe(now);
        }
      }),
    );
  });

  it('is none where no weight of the criterion does it', () => {
    fc.assert(
      fc.property(scored, fc.double({ min: 0.1, max: 1000, noNaN: true }), ({ criteria, scores }, weight) => {
        const now = suggests(criteria, scores);
        const stuck = sensitivity(criteria, scores).filter(({ change }) => change === null);
        for (const { id } of stuck) {
          expect(suggests(weighed(criteria, id, Math.round(weight * 10) / 10 || 0.1), scores)).toBe(now);
        }
      }),
    );
  });

  it('comes with the criterion nearest to its border first', () => {
    const scores = { ...scoresOf(5), growth: 4, margin: 1, 'spend-potential': 10 };
    const [first, ...others] = sensitivity(shippedCriteria.criteria, scores);
    expect(first).toMatchObject({ id: 'spend-potential', change: { suggested: 'status' } });
    const distances = [first!, ...others].map(({ share, change }) => (change ? Math.abs(change.share - share) : 9));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });
});

describe('scores then and now', () => {
  const added = { ...shippedCriteria.criteria[0]!, id: 'sustainability', label: 'Sustainability' };
  const later = { criteria: [...shippedCriteria.criteria.filter(({ id }) => id !== 'marquee'), added] };

  it('stand side by side, criterion by criterion, those of either set', () => {
    const { criteria, missing, now } = thenAndNow(shippedCriteria, later, scoresOf(7));
    expect(criteria).toHaveLength(12);
    expect(criteria.find(({ id }) => id === 'marquee')).toMatchObject({ score: 7, shareThen: 0.1, shareNow: null });
    expect(criteria.find(({ id }) => id === 'sustainability')).toMatchObject({ score: null, shareThen: null });
    expect(missing).toEqual(['sustainability']);
    expect(now).toBeNull();
  });

  it('place the account under the criteria of now once every one has its score', () => {
    const { now } = thenAndNow(shippedCriteria, later, { ...scoresOf(7), sustainability: 7 });
    expect(now).toEqual({ attractiveness: 7, standing: 7, suggested: 'strategic' });
  });
});
