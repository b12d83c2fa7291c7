import { z } from 'zod';
import { type ActivityId, activityIds, timeAllocation } from '../catalogue/time-catalogues';

/** Whole per cent of a person's time, for every activity. */
export type Shares = Readonly<Record<ActivityId, number>>;

/** What share an activity should have: a single value (from = to) or a range, in per cent. */
export interface ShareRange {
  readonly from: number;
  readonly to: number;
}
export type ProfileShares = Readonly<Record<ActivityId, ShareRange>>;

/** What time should go into, from a day on. Version 1 is the recommendation of the catalogue. */
export interface Profile {
  readonly version: number;
  /** Null: from ever. */
  readonly effectiveFrom: string | null;
  readonly shares: ProfileShares;
}

export const midPoint = ({ from, to }: ShareRange): number => (from + to) / 2;

export const forEachActivity = <Value>(value: (id: ActivityId) => Value) =>
  Object.fromEntries(activityIds.map((id) => [id, value(id)])) as Record<ActivityId, Value>;

/** One member for each of the twelve activities: none may be added or left out. */
const perActivity = <Schema extends z.ZodType>(schema: Schema) => z.strictObject(forEachActivity(() => schema));

const percent = z.number('must be a number of per cent');
export const shares = perActivity(percent);
export const profileShares = perActivity(z.strictObject({ from: percent, to: percent }));

export const recommendedProfile: Profile = {
  version: timeAllocation.version,
  effectiveFrom: null,
  shares: forEachActivity((id) => {
    const { from, to } = timeAllocation.activities.find((activity) => activity.id === id)!;
    return { from, to };
  }),
};

/** The profile in force on a day: the latest that had begun. Versions come in the order in which they begin. */
export const profileOn = (versions: readonly Profile[], day: string): Profile =>
  versions.findLast(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= day) ?? recommendedProfile;

/** @throws Error for a version that was never set: records name versions that exist */
export function profileOf(versions: readonly Profile[], version: number): Profile {
  const found = [recommendedProfile, ...versions].find((profile) => profile.version === version);
  if (!found) throw new Error(`There is no version ${version} of the time profile.`);
  return found;
}
