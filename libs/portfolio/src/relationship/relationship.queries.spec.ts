import { PersonalDataVault, vaultSchema } from '@mainstay/personal-data';
import { type ReadModelHarness, readModelHarness, type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { accountRegister } from '../account/account-register/account-register.projection';
import { contactRegister } from '../contact/contact.projection';
import { ContactQueries, vaultSubject } from '../contact/contact.queries';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { enterpriseEvents, register } from '../testing/portfolio';
import { DependenceQueries } from './dependence.queries';
import { RelationshipQueries } from './relationship.queries';
import { relationshipRegister } from './relationships.projection';

describe('relationships as they are read', () => {
  let db: ReadModelHarness;
  let keys: TestDatabase;
  let pool: Pool;
  let vault: PersonalDataVault;
  let queries: RelationshipQueries;
  let dependences: DependenceQueries;
  let beforeEnd: Date;

  const contact = async (id: string, accountId: string, name: string, facts: object) => {
    const sealed = await vault.seal('acme', vaultSubject(id), { name });
    const none = { jobTitle: null, email: null, phone: null, keepUntil: null, function: 'Purchasing', purpose: 'Work' };
    const data = { accountId, ...sealed, ...none, level: 'middle', knownBy: [], ...facts };
    await db.append('portfolio.contact', id, [{ type: 'portfolio.ContactAdded', data }]);
  };
  const ofContact = (id: string, type: string, data: object) =>
    db.append('portfolio.contact', id, [
      { type: `portfolio.${type}`, data: { accountId: 'a-1', reason: '', ...data } },
    ]);
  const ofAccount = (type: string, data: object) =>
    db.append('portfolio.relationships', 'a-1', [{ type: `portfolio.${type}`, data: { reason: '', ...data } }]);
  const map = async (asAt?: Date) => {
    await db.whenCaughtUp();
    return queries.map(db.context({ asAt }), 'a-1', 90);
  };
  const listed = async (over: Parameters<ReadModelHarness['context']>[0] = {}, query: object = {}) => {
    await db.whenCaughtUp();
    return dependences.page(db.context(over), { limit: 50, ...query });
  };

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [enterpriseSettings, accountRegister, contactRegister, relationshipRegister],
    });
    keys = await testDatabase();
    const owner = new Client({ connectionString: keys.urls.migrate });
    await owner.connect();
    await owner.query(vaultSchema());
    await owner.end();
    pool = new Pool({ connectionString: keys.urls.api });
    vault = new PersonalDataVault({ pool, masterKey: Buffer.alloc(32, 1) });
    queries = new RelationshipQueries(db.readStore, new ContactQueries(db.readStore, vault), vault);
    dependences = new DependenceQueries(db.readStore, vault);

    await db.append('portfolio.enterprise', 'acme', enterpriseEvents);
    await db.append('portfolio.account', 'a-1', [register('K-1', { name: 'Alpha', divisionIds: ['nord'] })]);
    await db.append('portfolio.account', 'a-2', [register('K-2', { name: 'Beta', divisionIds: ['sued'] })]);
    await contact('c-1', 'a-1', 'Åsa Berg', { level: 'board', knownBy: ['ines', 'jonas'] });
    await contact('c-2', 'a-1', 'Zoe Blake', { influence: 'gatekeeper' });
    await contact('c-3', 'a-2', 'Karl Kurz', { knownBy: ['mei'], keepUntil: '2020-01-01' });
    const note = (await vault.seal('acme', vaultSubject('c-1'), { note: 'Plays the cello' })).note;
    const from = { stance: 'unknown', strength: 'knows', ownerId: null, note: null };
    const to = { stance: 'champion', strength: 'trusted', ownerId: 'ines', note };
    await ofContact('c-1', 'RelationshipSet', { personId: 'ines', from, to });
    await ofContact('c-1', 'ContactMet', { metOn: '2025-01-15', by: 'jonas', note: '' });
    await ofAccount('ReportingLineSet', { contactId: 'c-2', from: null, to: 'c-1' });
    await ofAccount('RelationshipLevelSet', { from: null, to: 'commodity', effectiveOn: '2024-01-01' });
    await ofAccount('RelationshipLevelSet', { from: 'commodity', to: 'enhanced', effectiveOn: '2025-01-01' });
    beforeEnd = (
      await ofAccount('WalletShareRecorded', {
        on: '2025-01-31',
        from: null,
        to: { ours: 1, total: 8, source: 'Report' },
      })
    ).recorded;
  });
  afterAll(async () => {
    await db.close();
    await pool.end();
    await keys.stop();
  });

  it('the map shows both sides, with notes opened and the last contact of each pair', async () => {
    const { contacts, findings, levels } = await map();
    expect(contacts).toMatchObject([
      {
        name: 'Åsa Berg',
        reportsTo: null,
        relationships: [
          { personId: 'ines', stance: 'champion', strength: 'trusted', note: 'Plays the cello', lastContactOn: null },
          { personId: 'jonas', stance: 'unknown', strength: 'knows', note: null, lastContactOn: '2025-01-15' },
        ],
      },
      { name: 'Zoe Blake', influence: 'gatekeeper', reportsTo: 'c-1', relationships: [] },
    ]);
    expect(findings).toMatchObject({ known: 1, singleTheirs: 'c-1', singleOurs: null, gaps: ['c-2'], board: ['c-1'] });
    expect(levels.map(({ level }) => level)).toEqual(['enhanced', 'commodity']);
  });

  it('the list over all accounts finds what the map of each finds, page by page', async () => {
    const { items, counts } = await listed();
    expect(items.map(({ kind, name, contactName, personId }) => [kind, name, contactName, personId])).toEqual([
      ['gap', 'Alpha', 'Zoe Blake', null],
      ['single-theirs', 'Alpha', 'Åsa Berg', null],
      ['keep-until', 'Beta', 'Karl Kurz', null],
      ['single-ours', 'Beta', null, 'mei'],
      ['single-theirs', 'Beta', 'Karl Kurz', null],
    ]);
    expect(counts).toEqual({ 'single-ours': 1, 'single-theirs': 2, gap: 1, 'keep-until': 1 });
    const first = await listed({}, { limit: 2 });
    const second = await listed({}, { limit: 200, cursor: first.next! });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(await dependences.all(db.context({}), { kind: 'gap' })).toHaveLength(1);
  });

  it('a division head reads the accounts of that division alone, and no other tenant reads anything', async () => {
    const dora = { roles: ['division-head' as const], actor: 'dora' };
    expect((await listed(dora)).items.map(({ name }) => name)).toEqual(['Alpha', 'Alpha']);
    expect((await listed(dora)).counts['single-ours']).toBe(0);
    expect((await listed({ tenant: 'other' })).items).toEqual([]);
    await expect(queries.whiteSpace(db.context(dora), 'a-2')).rejects.toThrow('There is no account');
  });

  it('the white space has a cell for every division and offering, and a share of wallet', async () => {
    await db.append('portfolio.offerings', 'acme', [
      { type: 'portfolio.OfferingAdded', data: { offeringId: 'x', code: 'X', name: 'Pumps' } },
      { type: 'portfolio.OfferingAdded', data: { offeringId: 'y', code: 'Y', name: 'Valves' } },
      {
        type: 'portfolio.OfferingChanged',
        data: { offeringId: 'y', from: { offered: true }, to: { offered: false }, reason: '' },
      },
    ]);
    await ofAccount('WhiteSpaceMarked', { divisionId: 'nord', offeringId: 'x', from: null, to: 'bought' });
    await db.whenCaughtUp();
    const { cells, counts, wallet } = await queries.whiteSpace(db.context({}), 'a-1');
    expect(cells).toEqual([
      { divisionId: 'nord', offeringId: 'x', state: 'bought' },
      { divisionId: 'sued', offeringId: 'x', state: null },
    ]);
    expect(counts).toMatchObject({ bought: 1, unsaid: 1, penetration: 100 });
    const said = { on: '2025-01-31', ours: 1, total: 8, source: 'Report', share: 12.5 };
    expect(wallet).toEqual([{ ...said, saidAt: null, holds: true }]);
    expect(await queries.offerings(db.context({}))).toHaveLength(2);
  });

  it('who is not known any more was known at the moment before', async () => {
    const from = { stance: 'unknown', strength: 'knows', ownerId: null, note: null };
    await ofContact('c-1', 'RelationshipSet', { personId: 'jonas', from, to: null });
    expect((await map()).contacts[0]!.relationships.map(({ personId }) => personId)).toEqual(['ines']);
    expect((await map(beforeEnd)).contacts[0]!.relationships).toHaveLength(2);
  });

  it('an erased person stands nowhere in the map, at no moment', async () => {
    await ofContact('c-1', 'ContactErased', {});
    await vault.erase('acme', vaultSubject('c-1'));
    for (const { contacts } of [await map(), await map(beforeEnd)]) {
      expect(contacts.map(({ id, reportsTo }) => [id, reportsTo])).toEqual([['c-2', null]]);
    }
    expect((await listed({ asAt: beforeEnd })).items.filter(({ contactId }) => contactId === 'c-1')).toMatchObject([
      { contactName: null },
    ]);
  });

  it('levels and figures of a merged account are read with the survivor, whose own come first, until they part', async () => {
    const ofAccount = (id: string, type: string, data: object) =>
      db.append('portfolio.relationships', id, [
        { type: `portfolio.${type}`, data: { reason: '', from: null, ...data } },
      ]);
    await ofAccount('a-2', 'RelationshipLevelSet', { to: 'partner', effectiveOn: '2023-01-01' });
    await ofAccount('a-2', 'RelationshipLevelSet', { to: 'commodity', effectiveOn: '2025-06-01' });
    await ofAccount('a-2', 'WalletShareRecorded', { on: '2025-01-31', to: { ours: 9, total: 9, source: 'Guess' } });
    const before = [await map(), await queries.whiteSpace(db.context({}), 'a-1')];
    const survivor = { accountId: 'a-1', code: 'K-1', name: 'Alpha' };
    const parts = { facts: {}, contacts: [], lines: [], cells: [], children: [] };
    const gone = (type: string, data: object) => db.append('portfolio.account', 'a-2', [{ type, data } as never]);
    await gone('portfolio.AccountMerged', { mergeId: 'm-1', survivor, ...parts, reason: 'One' });
    const { levels } = await map();
    expect(levels.map(({ level, saidAt, holds }) => [level, saidAt?.name ?? null, holds])).toEqual([
      ['commodity', 'Beta', false],
      ['enhanced', null, true],
      ['commodity', null, true],
      ['partner', 'Beta', true],
    ]);
    const { wallet } = await queries.whiteSpace(db.context({}), 'a-1');
    expect(wallet.map(({ share, saidAt, holds }) => [share, saidAt?.code ?? null, holds])).toEqual([
      [12.5, null, true],
      [100, 'K-2', false],
    ]);
    await gone('portfolio.AccountUnmerged', { mergeId: 'm-1', survivorId: 'a-1', left: [], reason: 'Two' });
    expect([await map(), await queries.whiteSpace(db.context({}), 'a-1')]).toEqual(before);
  });

  it('reads the same after a rebuild', () => db.rebuildGivesSameRows());
});
