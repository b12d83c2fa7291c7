import { Refused } from '@mainstay/event-sourcing';
import {
  assertScores,
  axisScores,
  shippedCriteria,
  type CriteriaSet,
  spendWarning,
  suggestedCategory,
} from './criteria';

const all = (score: number) => Object.fromEntries(shippedCriteria.criteria.map(({ id }) => [id, score]));

const weighted = (spend: number, growth: number): CriteriaSet => {
  const [first, second] = shippedCriteria.criteria.filter(({ axis }) => axis === 'attractiveness');
  const standing = shippedCriteria.criteria.filter(({ axis }) => axis === 'standing');
  return {
    version: 9,
    name: 'test',
    criteria: [{ ...first!, weight: spend }, { ...second!, weight: growth }, ...standing],
  };
};

describe('the shipped criteria set', () => {
  it('has the eleven criteria of the field, each with anchors at 0, 5 and 10', () => {
    expect(shippedCriteria.criteria.map(({ id }) => id).sort()).toEqual(
      [
        'cultural-fit',
        'customer-view',
        'growth',
        'influence',
        'kam-readiness',
        'margin',
        'marquee',
        'new-products',
        'spend-potential',
        'strategic-fit',
        'stronghold',
      ].sort(),
    );
    for (const { anchors } of shippedCriteria.criteria) expect(Object.values(anchors).every(Boolean)).toBe(true);
  });

  it('weighs each axis to 100 and rests on spend for less than half', () => {
    for (const axis of ['attractiveness', 'standing']) {
      const weights = shippedCriteria.criteria
        .filter((criterion) => criterion.axis === axis)
        .map(({ weight }) => weight);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
    expect(spendWarning(shippedCriteria)).toBeUndefined();
  });
});

describe('axis scores', () => {
  it('are the weighted means, whatever unit the weights have', () => {
    const scores = { ...all(0), 'spend-potential': 10 };
    expect(axisScores(shippedCriteria, scores)).toEqual({ attractiveness: 2, standing: 0 });
    expect(axisScores(weighted(3, 1), { ...all(4), 'spend-potential': 8 })).toEqual({ attractiveness: 7, standing: 4 });
  });

  it('run from 0 to 10', () => {
    expect(axisScores(shippedCriteria, all(0))).toEqual({ attractiveness: 0, standing: 0 });
    expect(axisScores(shippedCriteria, all(10))).toEqual({ attractiveness: 10, standing: 10 });
  });
});

describe('scores', () => {
  it('are accepted when every criterion has one from 0 to 10', () => {
    expect(() => assertScores(shippedCriteria, all(10))).not.toThrow();
  });

  it.each([
    ['a score above ten', { ...all(5), growth: 10.5 }, 'score.out-of-range'],
    ['a score below zero', { ...all(5), growth: -1 }, 'score.out-of-range'],
    ['a score that is not a number', { ...all(5), growth: Number.NaN }, 'score.out-of-range'],
    ['an unknown criterion', { ...all(5), glamour: 5 }, 'score.criterion-unknown'],
    ['a missing criterion', { growth: 5 }, 'score.criteria-missing'],
  ])('are refused with %s', (_, scores, code) => {
    expect(() => assertScores(shippedCriteria, scores)).toThrow(expect.objectContaining({ code }));
    expect(() => assertScores(shippedCriteria, scores)).toThrow(Refused);
  });
});

describe('the suggested category', () => {
  it.each([
    [5, 5, 'strategic'],
    [9, 4.99, 'star'],
    [4.99, 5, 'status'],
    [4.99, 4.99, 'streamline'],
  ] as const)('at attractiveness %d and standing %d is %s', (attractiveness, standing, category) => {
    expect(suggestedCategory({ attractiveness, standing })).toBe(category);
  });
});

describe('the warning about spend', () => {
  it('comes when spend carries more than half of an axis', () => {
    expect(spendWarning(weighted(51, 49))).toMatch(/attractiveness/);
  });

  it('stays away at exactly half', () => {
    expect(spendWarning(weighted(50, 50))).toBeUndefined();
  });
});
