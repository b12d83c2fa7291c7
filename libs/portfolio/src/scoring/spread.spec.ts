import { shippedCriteria } from '../criteria/criteria';
import { scoresOf } from '../account/account.fixtures';
import { spreadOf } from './spread';

const { criteria } = shippedCriteria;
const first = criteria[0]!.id;

describe('the spread between scorers', () => {
  it('is the lowest and the highest of each criterion, with the middle of what was given', () => {
    const spread = spreadOf(criteria, [{ ...scoresOf(5), [first]: 2 }, scoresOf(5), { ...scoresOf(5), [first]: 4 }]);
    expect(spread[0]).toEqual({ id: first, least: 2, most: 5, wide: true, middle: 4 });
    expect(spread[1]).toMatchObject({ least: 5, most: 5, wide: false, middle: 5 });
  });

  it('is wide from three points on', () => {
    const between = (most: number) => spreadOf(criteria, [scoresOf(4), scoresOf(most)])[0]!.wide;
    expect([between(6), between(7)]).toEqual([false, true]);
  });

  it('is nothing before anybody has scored', () => {
    expect(spreadOf(criteria, [])).toEqual([]);
  });
});
