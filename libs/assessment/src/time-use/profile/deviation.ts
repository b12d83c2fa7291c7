import { type ActivityId, activityIds } from '../catalogue/time-catalogues';
import { midPoint, type ProfileShares, type Shares } from './shares';

/** From this difference on, in points of per cent, an activity stands out (transition guide, section 2.3). */
export const FLAGGED_FROM = 10;

/** Selling beyond this share is asked about: what drives it? (transition guide, section 2.4) */
export const MOST_SELLING = 10;

export type Flag = 'over' | 'under';

export interface Deviation {
  readonly activityId: ActivityId;
  readonly share: number;
  /** Points above (positive) or below the mid-point of the profile. */
  readonly difference: number;
  readonly flag: Flag | null;
}

/** How the time spent differs from the profile, activity by activity in the order of the catalogue. */
export const deviationsOf = (spent: Shares, profile: ProfileShares): Deviation[] =>
  activityIds.map((activityId) => {
    const difference = spent[activityId] - midPoint(profile[activityId]);
    return { activityId, share: spent[activityId], difference, flag: flagOf(difference) };
  });

export const flagOf = (difference: number): Flag | null =>
  Math.abs(difference) < FLAGGED_FROM ? null : difference > 0 ? 'over' : 'under';

export const sellsTooMuch = (spent: Shares): boolean => spent.selling > MOST_SELLING;
