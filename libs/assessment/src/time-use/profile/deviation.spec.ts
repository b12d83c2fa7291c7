import { activityIds } from '../catalogue/time-catalogues';
import { deviationsOf, flagOf, sellsTooMuch } from './deviation';
import { forEachActivity, midPoint, recommendedProfile, type Shares } from './shares';

const asRecommended = forEachActivity((id) => midPoint(recommendedProfile.shares[id]));
const spent = (change: Partial<Shares>): Shares => ({ ...asRecommended, ...change });
const of = (shares: Shares, id: string) =>
  deviationsOf(shares, recommendedProfile.shares).find(({ activityId }) => activityId === id)!;

describe('time against the profile', () => {
  it('is flagged from a difference of 10 points on, over and under', () => {
    expect([9.5, 10, -9.5, -10].map(flagOf)).toEqual([null, 'over', null, 'under']);
  });

  it('is held against the mid-point of a range', () => {
    expect(of(spent({ selling: 17 }), 'selling')).toMatchObject({ difference: 9.5, flag: null });
    expect(of(spent({ selling: 18 }), 'selling')).toMatchObject({ difference: 10.5, flag: 'over' });
    expect(of(spent({ planning: 1 }), 'planning')).toMatchObject({ difference: -9, flag: null });
    expect(of(spent({ planning: 0 }), 'planning')).toMatchObject({ difference: -10, flag: 'under' });
  });

  it('differs nowhere when spent as recommended, and keeps the order of the catalogue', () => {
    const deviations = deviationsOf(asRecommended, recommendedProfile.shares);
    expect(deviations.map(({ activityId }) => activityId)).toEqual([...activityIds]);
    expect(deviations.every(({ difference, flag }) => difference === 0 && flag === null)).toBe(true);
  });

  it('asks for what drives selling over 10 %, not at 10 %', () => {
    expect(sellsTooMuch(spent({ selling: 10 }))).toBe(false);
    expect(sellsTooMuch(spent({ selling: 11 }))).toBe(true);
  });
});
