import { scoresOf } from '../../account/account.fixtures';
import { axisScores, type Criterion, shippedCriteria, suggestedCategory } from '../criteria';
import { changesBetween } from './changes';
import { compare } from './comparison';

const weigh = (id: string, weight: number) => ({
  criteria: shippedCriteria.criteria.map((one) => (one.id === id ? { ...one, weight } : one)),
});
const given = (scores: Record<string, number>) => {
  const axes = axisScores(shippedCriteria, scores);
  return { scores, ...axes, suggested: suggestedCategory(axes) };
};
const fresh: Criterion = { ...shippedCriteria.criteria[0]!, id: 'sustainability', label: 'Sustainability' };

describe('what a draft does to an account', () => {
  it('moves it to another suggestion where the weights tip it over the border', () => {
    const scores = { ...scoresOf(4), 'spend-potential': 8 };
    expect(compare(shippedCriteria, weigh('spend-potential', 60), given(scores))).toEqual({
      outcome: 'category',
      before: { attractiveness: 4.8, standing: 4, suggested: 'streamline' },
      after: { attractiveness: 5.7, standing: 4, suggested: 'star' },
      missing: [],
    });
  });

  it('moves it within its suggestion, or leaves it where it is', () => {
    const scores = { ...scoresOf(7), growth: 9 };
    expect(compare(shippedCriteria, weigh('growth', 60), given(scores))).toMatchObject({ outcome: 'moves' });
    expect(compare(shippedCriteria, weigh('growth', 60), given(scoresOf(7)))).toMatchObject({ outcome: 'stays' });
  });

  it('cannot be said before a new criterion has its score', () => {
    const draft = { criteria: [...shippedCriteria.criteria, fresh] };
    expect(compare(shippedCriteria, draft, given(scoresOf(7)))).toMatchObject({
      outcome: 'needs-scoring',
      after: null,
      missing: ['sustainability'],
    });
  });

  it('counts only the scores that the draft still asks for', () => {
    const draft = { criteria: shippedCriteria.criteria.filter(({ id }) => id !== 'spend-potential') };
    const scores = { ...scoresOf(4), 'spend-potential': 10 };
    expect(compare(shippedCriteria, draft, given(scores))).toMatchObject({
      outcome: 'category',
      before: { attractiveness: 5.2 },
      after: { attractiveness: 4 },
    });
  });

  it('starts from the scores as they were given where the version in force asks for more', () => {
    const inForce = { criteria: [...shippedCriteria.criteria, fresh] };
    expect(compare(inForce, shippedCriteria, given(scoresOf(7)))).toMatchObject({
      outcome: 'stays',
      before: { attractiveness: 7 },
    });
  });

  it('cannot be said while an axis of the draft has no criterion', () => {
    const draft = { criteria: shippedCriteria.criteria.filter(({ axis }) => axis === 'standing') };
    expect(compare(shippedCriteria, draft, given(scoresOf(7)))).toMatchObject({
      outcome: 'needs-scoring',
      after: null,
    });
  });
});

describe('what a draft changes in the criteria', () => {
  it('is nothing where both are alike', () => {
    expect(changesBetween(shippedCriteria.criteria, shippedCriteria.criteria)).toEqual([]);
  });

  it('names what was added, removed, weighed anew and worded anew', () => {
    const [spend, ...rest] = shippedCriteria.criteria;
    const reworded = rest.map((one) => (one.id === 'kam-readiness' ? { ...one, help: 'Another question' } : one));
    const changes = changesBetween([spend!, ...rest], [...reworded, { ...fresh, weight: 20 }]);
    expect(changes).toEqual([
      expect.objectContaining({
        id: 'kam-readiness',
        kind: 'changed',
        reworded: true,
        shareBefore: 0.3,
        shareAfter: 0.3,
      }),
      expect.objectContaining({ id: 'sustainability', kind: 'added', shareBefore: null, shareAfter: 0.2 }),
      expect.objectContaining({ id: 'spend-potential', kind: 'removed', shareBefore: 0.2, shareAfter: null }),
    ]);
  });

  it('is a share: the same weights in another unit change nothing', () => {
    const doubled = shippedCriteria.criteria.map((one) => ({ ...one, weight: one.weight * 2 }));
    expect(changesBetween(shippedCriteria.criteria, doubled)).toEqual([]);
  });
});
