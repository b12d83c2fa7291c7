import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { accessRegister } from './access.projection';
import { EndedMembershipQueries } from './ended-membership.queries';

describe('memberships that ended', () => {
  let db: ReadModelHarness;
  const removed = (personId: string) => ({
    type: 'people.MemberRemoved',
    data: { personId, roles: [], invited: false, reason: 'Left' },
  });

  beforeAll(async () => {
    db = await readModelHarness({ projections: [accessRegister] });
  });
  afterAll(() => db.close());

  it('are known at once where they ended, before any read model says so, in that tenant only', async () => {
    const queries = new EndedMembershipQueries(db.readStore);
    const now = new Date();
    await queries.endNow('acme', 'p-1', now);
    expect(await queries.endedAt('acme', 'p-1')).toEqual(now);
    expect(await queries.endedAt('acme', 'p-2')).toBeUndefined();
    expect(await queries.endedAt('other', 'p-1')).toBeUndefined();
  });

  it('are known at every other copy of the API with the moment they ended, the latest one', async () => {
    const lately = { recordedAt: new Date(Date.now() - 60_000) };
    await db.append('people.access', 'access', [removed('p-3'), removed('p-4')], lately);
    const { recorded } = await db.append('people.access', 'access', [removed('p-3')], { recordedAt: new Date() });
    await db.whenCaughtUp();
    const queries = new EndedMembershipQueries(db.readStore);
    expect(await queries.endedAt(db.context().tenant, 'p-3')).toEqual(recorded);
    expect(await queries.endedAt(db.context().tenant, 'p-4')).toBeDefined();
    expect(await queries.endedAt('other', 'p-3')).toBeUndefined();
  });

  it('read the same after a rebuild', () => db.rebuildGivesSameRows());
});
