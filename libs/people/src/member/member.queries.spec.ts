import type { RequestContext } from '@mainstay/event-sourcing';
import { PersonalDataVault, vaultSchema } from '@mainstay/personal-data';
import { type ReadModelHarness, readModelHarness, type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { AddMember, ChangeMember, EraseMember } from './member.commands';
import { add, change, erase, member } from './member';
import { memberRegister, memberTable } from './member.projection';
import { MemberQueries } from './member.queries';

describe('the people of an enterprise', () => {
  let db: ReadModelHarness;
  let keys: TestDatabase;
  let pool: Pool;
  let vault: PersonalDataVault;
  let queries: MemberQueries;
  let beforeErasure: Date;

  const people = async (filter = {}, over: Partial<RequestContext> = {}) => {
    await db.whenCaughtUp();
    return queries.people(db.context(over), filter);
  };
  const added = async (tenant: string, personId: string, name: string) => {
    const sealed = await vault.seal(tenant, personId, { name, email: `${personId}@example.com` });
    const body = { personId, ...sealed, role: 'assessor' as const };
    return db.commands.run(member, add, new AddMember(db.context({ tenant }), personId, body));
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [memberRegister] });
    keys = await testDatabase();
    const owner = new Client({ connectionString: keys.urls.migrate });
    await owner.connect();
    await owner.query(vaultSchema());
    await owner.end();
    pool = new Pool({ connectionString: keys.urls.api });
    vault = new PersonalDataVault({ pool, masterKey: Buffer.alloc(32, 1) });
    queries = new MemberQueries(db.readStore, vault);

    await added('acme', 'p-1', 'zoe Blake');
    await added('acme', 'p-2', 'Åsa Berg');
    await added('other', 'p-1', 'Somebody Else');
    const { name } = await vault.seal('acme', 'p-1', { name: 'Zoe Carter' });
    await db.commands.run(
      member,
      change,
      new ChangeMember(db.context(), 'p-1', { personId: 'p-1', name, reason: 'Married' }),
    );
    beforeErasure = (await db.store.readFeed('', 100)).events.at(-1)!.recorded;
  });
  afterAll(async () => {
    await db.close();
    await pool.end();
    await keys.stop();
  });

  it('are read by name, those of one tenant only', async () => {
    expect((await people()).map(({ name }) => name)).toEqual(['Åsa Berg', 'Zoe Carter']);
    expect((await people({}, { tenant: 'other' })).map(({ name }) => name)).toEqual(['Somebody Else']);
  });

  it('are found by part of a name or address, whatever the case', async () => {
    expect((await people({ q: 'CART' })).map(({ id }) => id)).toEqual(['p-1']);
    expect((await people({ q: 'p-2@' })).map(({ id }) => id)).toEqual(['p-2']);
    expect(await people({ role: 'board-member' })).toEqual([]);
  });

  it('stand nowhere in clear text, in the rows, their history or the events', async () => {
    const rows = await db.dump(memberTable);
    const { events } = await db.store.readFeed('', 100);
    for (const name of ['blake', 'carter', 'example.com']) {
      expect(JSON.stringify([rows, events]).toLowerCase()).not.toContain(name);
    }
  });

  it('are read as at the past by their name of then', async () => {
    const afterFirst = (await db.store.readFeed('', 100)).events[0]!.recorded;
    expect((await people({}, { asAt: afterFirst })).map(({ name }) => name)).toEqual(['zoe Blake']);
  });

  it('report to their line manager of now, whatever moment is read, and to nobody in another enterprise', async () => {
    const before = (await db.store.readFeed('', 100)).events.at(-1)!.recorded;
    const body = { personId: 'p-2', lineManagerId: 'p-9', divisionId: 'd-1', reason: 'New unit' };
    await db.commands.run(member, change, new ChangeMember(db.context(), 'p-2', body));
    await db.whenCaughtUp();
    for (const asAt of [undefined, before])
      expect(await queries.reportsOf(db.context({ asAt }), 'p-9')).toEqual(['p-2']);
    expect(await queries.reportsOf(db.context({ tenant: 'other' }), 'p-9')).toEqual([]);
    expect(await queries.divisionOf(db.context(), 'p-2')).toBe('d-1');
    const cleared = { personId: 'p-2', lineManagerId: null, divisionId: null, reason: 'Left the unit' };
    await db.commands.run(member, change, new ChangeMember(db.context(), 'p-2', cleared));
    await db.whenCaughtUp();
    for (const asAt of [undefined, before]) expect(await queries.reportsOf(db.context({ asAt }), 'p-9')).toEqual([]);
    expect(await queries.divisionOf(db.context(), 'p-2')).toBeUndefined();
  });

  it('lose name and address for every moment, the past included, once erased', async () => {
    const body = { personId: 'p-1', reason: 'Left and asked for it' };
    await db.commands.run(member, erase, new EraseMember(db.context(), 'p-1', body));
    await vault.erase('acme', 'p-1');
    const place = { lineManagerId: null, divisionId: null };
    const gone = { id: 'p-1', name: null, email: null, role: 'assessor', ...place, erased: true };
    expect(await people()).toEqual([expect.objectContaining({ name: 'Åsa Berg' }), { ...gone, version: 3 }]);
    expect(await people({}, { asAt: beforeErasure })).toContainEqual({ ...gone, version: 2 });
    expect(await people({}, { tenant: 'other' })).toHaveLength(1);
  });

  it('read the same after a rebuild', () => db.rebuildGivesSameRows());
});
