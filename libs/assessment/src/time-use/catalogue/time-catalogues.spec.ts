import { recommendedProfile, midPoint } from '../profile/shares';
import { activityIds, sellingDriverIds, sellingDrivers, timeAllocation } from './time-catalogues';

/** The recommendation once more, by hand. */
const recommended = [
  ['relationships', 20, 20],
  ['implementation', 15, 15],
  ['planning', 5, 15],
  ['selling', 5, 10],
  ['commercial-alignment', 5, 10],
  ['problem-solving', 5, 5],
  ['capability', 5, 5],
  ['brand', 5, 5],
  ['reporting', 5, 5],
  ['training', 5, 5],
  ['team', 5, 5],
  ['other', 10, 10],
] as const;

describe('the time allocation catalogue', () => {
  it('recommends a share or a range for each of twelve activities', () => {
    expect(timeAllocation.activities.map(({ id, from, to }) => [id, from, to])).toEqual(recommended);
    expect(timeAllocation.activities.map(({ id }) => id)).toEqual([...activityIds]);
  });

  it('has mid-points that add up to 100', () => {
    const sum = activityIds.reduce((total, id) => total + midPoint(recommendedProfile.shares[id]), 0);
    expect(sum).toBe(100);
  });

  it('words every activity differently', () => {
    expect(new Set(timeAllocation.activities.flatMap(({ label, help }) => [label, help])).size).toBe(24);
  });
});

describe('the drivers of selling', () => {
  it('are five, each with at least one response', () => {
    expect(sellingDrivers.drivers.map(({ id }) => id)).toEqual([...sellingDriverIds]);
    expect(sellingDrivers.drivers.map(({ responses }) => responses.length)).toEqual([4, 1, 1, 1, 1]);
  });
});
