import { PersonalDataVault, vaultSchema } from '@mainstay/personal-data';
import { type ReadModelHarness, readModelHarness, type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { accountRegister } from '../account/account-register/account-register.projection';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { contactRegister, contactTable } from './contact.projection';
import { ContactQueries, vaultSubject } from './contact.queries';
import { ContactSearch } from './contact-search.queries';

describe('the people we know at a customer', () => {
  let db: ReadModelHarness;
  let keys: TestDatabase;
  let pool: Pool;
  let vault: PersonalDataVault;
  let queries: ContactQueries;
  let beforeErasure: Date;

  const contacts = async (over: Parameters<ReadModelHarness['context']>[0] = {}, accountId = 'a-1') => {
    await db.whenCaughtUp();
    return queries.ofAccount(db.context(over), accountId);
  };
  const added = async (tenant: string, contactId: string, name: string, level: string) => {
    const sealed = await vault.seal(tenant, vaultSubject(contactId), { name, jobTitle: `Head of ${name}` });
    const facts = { function: 'Purchasing', level, knownBy: ['ines'], purpose: 'The account', keepUntil: null };
    const data = { accountId: 'a-1', ...sealed, email: null, phone: null, ...facts };
    await db.append('portfolio.contact', contactId, [{ type: 'portfolio.ContactAdded', data }], { tenant });
  };
  const met = (metOn: string, by: string) =>
    db.append('portfolio.contact', 'c-1', [
      { type: 'portfolio.ContactMet', data: { accountId: 'a-1', metOn, by, note: '' } },
    ]);

  beforeAll(async () => {
    db = await readModelHarness({ projections: [enterpriseSettings, accountRegister, contactRegister] });
    keys = await testDatabase();
    const owner = new Client({ connectionString: keys.urls.migrate });
    await owner.connect();
    await owner.query(vaultSchema());
    await owner.end();
    pool = new Pool({ connectionString: keys.urls.api });
    vault = new PersonalDataVault({ pool, masterKey: Buffer.alloc(32, 1) });
    queries = new ContactQueries(db.readStore, vault);

    const details = { industry: '', countries: [], divisionIds: ['d-1'], leadId: null, sponsorId: null, spend: 0 };
    const data = { code: 'K-1', name: 'Norrland', ...details };
    for (const tenant of ['acme', 'other']) {
      await db.append('portfolio.account', 'a-1', [{ type: 'portfolio.AccountRegistered', data }], { tenant });
    }
    await added('acme', 'c-1', 'Zoe Blake', 'senior');
    await added('acme', 'c-2', 'Åsa Berg', 'board');
    await added('other', 'c-1', 'Somebody Else', 'board');
    await met('2026-02-01', 'ines');
    beforeErasure = (await met('2026-01-15', 'jonas')).recorded;
  });
  afterAll(async () => {
    await db.close();
    await pool.end();
    await keys.stop();
  });

  it('are found by part of the name, accents and case aside, by whoever sees the account', async () => {
    await db.whenCaughtUp();
    const search = new ContactSearch(db.readStore, vault);
    const found = await search.find(db.context(), 'asa BE', 8);
    expect(found).toEqual([
      { id: 'c-2', name: 'Åsa Berg', accountId: 'a-1', accountName: 'Norrland', accountCode: 'K-1' },
    ]);
    expect(await search.find(db.context(), 'e', 1)).toHaveLength(1);
    expect(await search.find(db.context({ roles: ['division-head'] }), 'asa', 8)).toEqual([]);
  });

  it('are read by standing, those of one tenant only, names opened', async () => {
    expect((await contacts()).map(({ name, jobTitle }) => [name, jobTitle])).toEqual([
      ['Åsa Berg', 'Head of Åsa Berg'],
      ['Zoe Blake', 'Head of Zoe Blake'],
    ]);
    expect((await contacts({ tenant: 'other' })).map(({ name }) => name)).toEqual(['Somebody Else']);
  });

  it('show the latest contact, in whatever order meetings were told', async () => {
    expect((await contacts()).at(-1)).toMatchObject({ lastContactOn: '2026-02-01', lastContactBy: 'ines' });
  });

  it('show every meeting, latest first; notes of before they were sealed as well', async () => {
    const sealed = (await vault.seal('acme', vaultSubject('c-1'), { note: 'Blake wants a pilot' })).note;
    await db.append('portfolio.contact', 'c-1', [
      { type: 'portfolio.ContactMet', data: { accountId: 'a-1', metOn: '2026-01-20', by: 'mei', note: sealed } },
    ]);
    await db.whenCaughtUp();
    expect(await queries.meetings(db.context({}), 'a-1', 'c-1')).toEqual([
      { metOn: '2026-02-01', by: 'ines', note: '' },
      { metOn: '2026-01-20', by: 'mei', note: 'Blake wants a pilot' },
      { metOn: '2026-01-15', by: 'jonas', note: '' },
    ]);
    await expect(queries.meetings(db.context({}), 'a-1', 'nobody')).rejects.toThrow('There is no contact');
  });

  it('are hidden with the account from a division head of other divisions', async () => {
    await expect(contacts({ roles: ['division-head'], actor: 'helga' })).rejects.toThrow('There is no account');
    await expect(contacts({}, 'a-2')).rejects.toThrow('There is no account');
  });

  it('stand nowhere in clear text, in the rows, their history or the events', async () => {
    const text = JSON.stringify([await db.dump(contactTable), (await db.store.readFeed('', 100)).events]);
    for (const name of ['blake', 'berg']) expect(text.toLowerCase()).not.toContain(name);
  });

  it('lose name, title and addresses for every moment once erased', async () => {
    await db.append('portfolio.contact', 'c-1', [
      { type: 'portfolio.ContactErased', data: { accountId: 'a-1', reason: 'Asked for it' } },
    ]);
    await vault.erase('acme', vaultSubject('c-1'));
    const gone = { id: 'c-1', name: null, jobTitle: null, erased: true, level: 'senior' };
    expect((await contacts()).at(-1)).toMatchObject(gone);
    expect((await contacts({ asAt: beforeErasure })).at(-1)).toMatchObject(gone);
    expect((await contacts({ tenant: 'other' }))[0]).toMatchObject({ name: 'Somebody Else' });
    const notes = (await queries.meetings(db.context({}), 'a-1', 'c-1')).map(({ note }) => note);
    expect(notes).toEqual(['', '', '']);
  });

  it('read the same after a rebuild', () => db.rebuildGivesSameRows());
});
