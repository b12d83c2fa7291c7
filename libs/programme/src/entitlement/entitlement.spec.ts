import { type CategorySetting, loadOfAccounts } from '@mainstay/portfolio';
import { held, type Received } from './entitlement';

const setting = (over: Partial<CategorySetting['entitlement']> = {}, entry = {}): CategorySetting => ({
  id: 'strategic',
  name: 'Strategic',
  meaning: '',
  quadrants: [],
  capacity: null,
  entry: { words: '', minSpend: null, minAttractiveness: null, minStanding: null, minDivisions: null, ...entry },
  entitlement: {
    serviceLevel: '',
    reviewsPerYear: 4,
    seniorSponsor: true,
    responseHours: null,
    investment: null,
    accountsPerManager: 2,
    teamTime: 100,
    ...over,
  },
});
const got = (over: Partial<Received> = {}): Received => ({
  category: 'strategic',
  spend: 1_000_000,
  attractiveness: 7,
  standing: 6,
  divisions: 2,
  reviews: 4,
  planTouchedOn: '2026-02-01',
  sponsorId: 'sam',
  teamTime: 100,
  team: 3,
  contacts: 5,
  investment: null,
  managerLoad: 100,
  ...over,
});
const of = (one: CategorySetting | undefined, received: Received) => held(one, received, '2026-01-01');
const verdict = (received: Received, id: string, one = setting()) =>
  of(one, received).measures.find((measure) => measure.id === id)!.verdict;

describe('what an account receives, held against what its category is entitled to', () => {
  it('is as entitled where everything is given', () => {
    expect(of(setting(), got())).toMatchObject({ under: 0, over: 0, verdict: 'as-entitled' });
  });

  it.each([
    ['reviews', { reviews: 2 }, 'under'],
    ['reviews', { reviews: 3 }, 'as-entitled'],
    ['reviews', { reviews: 5 }, 'as-entitled'],
    ['reviews', { reviews: 6 }, 'over'],
    ['plan', { planTouchedOn: '2025-12-31' }, 'under'],
    ['plan', { planTouchedOn: null }, 'under'],
    ['sponsor', { sponsorId: null }, 'under'],
    ['teamTime', { teamTime: null }, 'not-known'],
    ['teamTime', { teamTime: 200 }, 'over'],
    ['managerLoad', { managerLoad: 150 }, 'under'],
    ['managerLoad', { managerLoad: 20 }, 'as-entitled'],
    ['managerLoad', { managerLoad: null }, 'under'],
    ['investment', { investment: 5 }, 'not-said'],
  ])('%s with %j is %s', (id, over, expected) => {
    expect(verdict(got(over), id)).toBe(expected);
  });

  it('is too much where a sponsor is not entitled, and where the money goes over the frame', () => {
    expect(verdict(got(), 'sponsor', setting({ seniorSponsor: false }))).toBe('over');
    expect(verdict(got({ investment: 130 }), 'investment', setting({ investment: 100 }))).toBe('over');
  });

  it('is too much outside the key accounts, whatever it is', () => {
    const outside = got({ category: 'not-key', reviews: 1, teamTime: null, sponsorId: null, managerLoad: null });
    const none = setting({ reviewsPerYear: null, seniorSponsor: false, teamTime: null, accountsPerManager: null });
    expect(of(none, outside)).toMatchObject({ verdict: 'over', under: 0, over: 1 });
  });

  it('says which rules of entry the account meets today; what is not known is not met', () => {
    const asks = setting({}, { minSpend: 2_000_000, minStanding: 6, minAttractiveness: 5 });
    expect(of(asks, got({ attractiveness: null })).entry).toEqual([
      { id: 'minSpend', asks: 2_000_000, has: 1_000_000, met: false },
      { id: 'minAttractiveness', asks: 5, has: null, met: false },
      { id: 'minStanding', asks: 6, has: 6, met: true },
    ]);
  });

  it('counts the work of a manager by the categories of the accounts led', () => {
    const settings = [
      setting(),
      { ...setting({ accountsPerManager: 4 }), id: 'star' as const },
      { ...setting({ accountsPerManager: null }), id: 'status' as const },
    ];
    expect(loadOfAccounts(['strategic', 'star', 'star', 'status'], settings)).toBe(100);
  });
});
