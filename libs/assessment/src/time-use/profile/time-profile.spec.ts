import type { Recorded } from '@mainstay/event-sourcing';
import { profileOf, profileOn, type ProfileShares, recommendedProfile } from './shares';
import { setProfile, timeProfile, type TimeProfileEvent } from './time-profile';

const given = (...events: TimeProfileEvent[]) =>
  events.reduce((state, event) => timeProfile.evolve(state, event as Recorded<TimeProfileEvent>), timeProfile.initial);
const recommended = recommendedProfile.shares;
const lessOther: ProfileShares = {
  ...recommended,
  relationships: { from: 20, to: 30 },
  other: { from: 5, to: 5 },
};
const body = { shares: lessOther, effectiveFrom: '2026-01-01', reason: 'Relationships first' };
const set: TimeProfileEvent = {
  type: 'assessment.TimeProfileSet',
  data: { version: 2, effectiveFrom: '2026-01-01', from: recommended, to: lessOther, reason: 'Relationships first' },
  effectiveOn: '2026-01-01',
};

describe('setting the tenant’s own time profile', () => {
  it('records a new version with the shares before and after, from when and why', () => {
    expect(setProfile(given(), body)).toEqual([set]);
  });

  it('refuses mid-points that do not add up to 100, naming the sum', () => {
    const shares = { ...lessOther, other: { from: 5, to: 6 } };
    expect(() => setProfile(given(), { ...body, shares })).toThrow('the mid-points add up to 100.5');
  });

  it.each([
    [{ from: 5.5, to: 5.5 }, 'shares.other: must be whole per cent'],
    [{ from: -5, to: 15 }, 'shares.other: must be whole per cent'],
    [{ from: 10, to: 0 }, 'must not begin above its end'],
  ])('refuses the share %p', (other, message) => {
    expect(() => setProfile(given(), { ...body, shares: { ...lessOther, other } })).toThrow(message);
  });

  it('refuses a version that would begin before the one it follows, and one without a reason', () => {
    const shares = recommended;
    expect(() => setProfile(given(set), { ...body, shares, effectiveFrom: '2026-01-01' })).toThrow('after 2026-01-01');
    expect(() => setProfile(given(), { ...body, reason: ' ' })).toThrow('say why the profile changes');
  });

  it('does nothing where the profile is so already', () => {
    expect(setProfile(given(), { ...body, shares: recommended })).toEqual([]);
    expect(setProfile(given(set), { ...body, effectiveFrom: '2026-05-01' })).toEqual([]);
  });
});

describe('the profile in force', () => {
  it('is the recommendation until the tenant’s own begins', () => {
    expect(profileOn(given(set), '2025-12-31')).toBe(recommendedProfile);
    expect(profileOn(given(set), '2026-01-01')).toMatchObject({ version: 2, shares: lessOther });
  });

  it('is found again by its version, as long as it was ever set', () => {
    expect(profileOf(given(set), 1)).toBe(recommendedProfile);
    expect(profileOf(given(set), 2).shares).toEqual(lessOther);
    expect(() => profileOf(given(set), 3)).toThrow('no version 3');
  });
});
