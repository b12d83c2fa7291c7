import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveResult, missing, share } from './live-result';

const set = JSON.parse(
  readFileSync(join(__dirname, '../../../../../../libs/portfolio/src/criteria/criteria-set-1.json'), 'utf8'),
) as { criteria: { id: string; axis: 'attractiveness' | 'standing'; weight: number }[] };

const all = (score: number) => Object.fromEntries(set.criteria.map(({ id }) => [id, score]));

describe('the result shown while scoring', () => {
  it('waits until every criterion has a score', () => {
    expect(liveResult(set.criteria, { growth: 5 })).toBeUndefined();
    expect(missing(set.criteria, { growth: 5 })).toBe(10);
  });

  it('is the weighted mean on each axis and the quadrant, the border counting as high', () => {
    expect(liveResult(set.criteria, all(5))).toEqual({ attractiveness: 5, standing: 5, suggested: 'strategic' });
    const scores = { ...all(0), 'spend-potential': 10, 'customer-view': 10, 'kam-readiness': 5 };
    expect(liveResult(set.criteria, scores)).toEqual({ attractiveness: 2, standing: 6, suggested: 'status' });
    expect(liveResult(set.criteria, { ...all(8), 'customer-view': 0 })).toMatchObject({ suggested: 'star' });
    expect(liveResult(set.criteria, all(1))).toMatchObject({ suggested: 'streamline' });
  });

  it('shows the weight of a criterion as its share of the axis', () => {
    expect(
      share(
        set.criteria,
        set.criteria.find(({ id }) => id === 'customer-view')!,
      ),
    ).toBeCloseTo(0.45);
  });
});
