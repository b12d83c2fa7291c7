import { decider, type EventsOf, eventTypes, Refused } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { activityIds } from '../catalogue/time-catalogues';
import { midPoint, type Profile, profileShares, type ProfileShares, recommendedProfile } from './shares';

export const timeProfileEvents = eventTypes({
  'assessment.TimeProfileSet': {
    schema: z.strictObject({
      version: z.int().min(2),
      effectiveFrom: z.iso.date(),
      from: profileShares,
      to: profileShares,
      reason: z.string(),
    }),
  },
});
export type TimeProfileEvent = EventsOf<typeof timeProfileEvents>;

/** The versions that the tenant has set, in the order in which they begin. */
export const timeProfile = decider<readonly Profile[], TimeProfileEvent>({
  stream: 'assessment.time-profile',
  initial: [],
  events: timeProfileEvents,
  evolve: (versions, { data: { version, effectiveFrom, to } }) => [...versions, { version, effectiveFrom, shares: to }],
});

export interface SetProfileBody {
  readonly shares: ProfileShares;
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** A tenant may say other shares, as a new version from a day on; the twelve activities stay. */
export function setProfile(versions: readonly Profile[], body: SetProfileBody): TimeProfileEvent[] {
  const { shares: to, effectiveFrom } = body;
  const present = versions.at(-1) ?? recommendedProfile;
  if (sameShares(present.shares, to)) return [];
  checkProfile(to);
  if (present.effectiveFrom !== null && effectiveFrom <= present.effectiveFrom) {
    throw new Refused(
      'time-profile.too-early',
      `effectiveFrom: must be after ${present.effectiveFrom}, from which the version before holds.`,
    );
  }
  const reason = body.reason.trim();
  if (!reason) throw new Refused('time-profile.reason-missing', 'reason: say why the profile changes.');
  const version = present.version + 1;
  const data = { version, effectiveFrom, from: present.shares, to, reason };
  return [{ type: 'assessment.TimeProfileSet', data, effectiveOn: effectiveFrom }];
}

function checkProfile(shares: ProfileShares): void {
  for (const id of activityIds) {
    const { from, to } = shares[id];
    if (![from, to].every((share) => Number.isInteger(share) && share >= 0 && share <= 100)) {
      throw new Refused('time-profile.share', `shares.${id}: must be whole per cent from 0 to 100.`);
    }
    if (from > to) throw new Refused('time-profile.range', `shares.${id}: the range must not begin above its end.`);
  }
  const sum = activityIds.reduce((total, id) => total + midPoint(shares[id]), 0);
  if (sum !== 100) {
    throw new Refused('time-profile.sum', `shares: the mid-points add up to ${sum}, and must add up to exactly 100.`);
  }
}

const sameShares = (one: ProfileShares, other: ProfileShares) =>
  activityIds.every((id) => one[id].from === other[id].from && one[id].to === other[id].to);
