import type { RequestContext } from '@mainstay/event-sourcing';
import type { ReadModelHarness } from '@mainstay/testing';
import { enterpriseEvents, portfolioHarness, register, score } from '../../testing/portfolio';
import { categorised } from '../account.fixtures';
import { type AccountPage, accountPage } from './account-list';
import { AccountQueries } from './account.queries';

const query = (over: Record<string, string> = {}): AccountPage => accountPage.parse(over);

describe('the account register', () => {
  let harness: ReadModelHarness;
  let queries: AccountQueries;
  let beforeTheDecision: Date;
  const names = async (over: Record<string, string>, context: RequestContext = harness.context()) =>
    (await queries.page(context, query(over))).items.map(({ name }) => name);

  beforeAll(async () => {
    harness = await portfolioHarness();
    queries = new AccountQueries(harness.readStore);
    await harness.append('portfolio.enterprise', 'acme', enterpriseEvents);
    const account = (id: string, ...events: Parameters<ReadModelHarness['append']>[2]) =>
      harness.append('portfolio.account', id, events);
    await account(
      'a',
      register('ALD', { name: 'älder Foods', divisionIds: ['nord'], spend: 500, leadId: 'kim' }),
      score(8, 3),
    );
    await account(
      'b',
      register('BIR', { name: 'Birch 100% Oil', divisionIds: ['nord', 'sued'], spend: 900, countries: ['SE'] }),
    );
    await account(
      'c',
      register('CED', { name: 'Cedar', divisionIds: ['sued'], spend: 100, leadId: null }),
      score(2, 9),
    );
    ({ recorded: beforeTheDecision } = await account(
      'd',
      register('DOG', { name: 'Dogwood', divisionIds: [], spend: 500 }),
    ));
    await account('a', categorised('star', '2025-06-01'));
    await account('d', {
      type: 'portfolio.AccountDetailsChanged',
      data: { from: { spend: 500 }, to: { spend: 700 }, reason: null },
    });
    await harness.append('portfolio.account', 'a', [register('ALD', { name: 'Alder of another tenant' })], {
      tenant: 'other',
    });
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('lists accounts as a dictionary does, of the tenant at hand only', async () => {
    expect(await names({})).toEqual(['älder Foods', 'Birch 100% Oil', 'Cedar', 'Dogwood']);
    expect(await names({}, harness.context({ tenant: 'other' }))).toEqual(['Alder of another tenant']);
  });

  it.each([
    ['part of a name, whatever the case', { q: 'FOODS' }, ['älder Foods']],
    ['part of a code', { q: 'ed' }, ['Cedar']],
    ['a per cent sign as itself', { q: '%' }, ['Birch 100% Oil']],
    ['categories', { category: 'star,status' }, ['älder Foods']],
    ['a division', { divisionId: 'sued' }, ['Birch 100% Oil', 'Cedar']],
    ['a lead', { leadId: 'kim' }, ['älder Foods', 'Birch 100% Oil', 'Dogwood']],
    ['countries', { country: 'SE,NO' }, ['Birch 100% Oil']],
  ])('finds by %s', async (_, filter, found) => {
    expect(await names(filter)).toEqual(found);
  });

  it.each([
    ['spend', ['Cedar', 'älder Foods', 'Dogwood', 'Birch 100% Oil']],
    ['-spend', ['Birch 100% Oil', 'Dogwood', 'älder Foods', 'Cedar']],
    ['-name', ['Dogwood', 'Cedar', 'Birch 100% Oil', 'älder Foods']],
    ['code', ['älder Foods', 'Birch 100% Oil', 'Cedar', 'Dogwood']],
    ['category', ['älder Foods', 'Birch 100% Oil', 'Cedar', 'Dogwood']],
    ['-attractiveness', ['älder Foods', 'Cedar', 'Dogwood', 'Birch 100% Oil']],
    ['standing', ['Birch 100% Oil', 'Dogwood', 'älder Foods', 'Cedar']],
  ])('sorts by %s, and pages through without loss or repeat', async (sort, expected) => {
    expect(await names({ sort })).toEqual(expected);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await queries.page(harness.context(), query({ sort, limit: '1', ...(cursor ? { cursor } : {}) }));
      expect(page.total).toBe(4);
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(paged).toEqual(expected);
  });

  it.each([
    ['another order', Buffer.from('["spend",5,"a"]').toString('base64url')],
    ['nothing at all', 'not-a-cursor'],
    ['another kind of value', Buffer.from('["name",{"a":1},"a"]').toString('base64url')],
  ])('refuses a cursor of %s', async (_, cursor) => {
    await expect(queries.page(harness.context(), query({ cursor }))).rejects.toThrow(/cursor/);
  });

  it('reads one account with its scores, version and decision', async () => {
    expect(await queries.one(harness.context(), 'a')).toMatchObject({
      code: 'ALD',
      version: 3,
      category: 'star',
      categoryEffectiveOn: '2025-06-01',
      suggested: 'star',
      attractiveness: 8,
      standing: 3,
      scoring: { criteriaVersion: 1, scoredBy: 'person-1', scores: { growth: 8 } },
    });
    expect(await queries.one(harness.context(), 'unknown')).toBeUndefined();
  });

  it('exports every account with the codes of its divisions', async () => {
    const all = await queries.all(harness.context(), query({ sort: 'code' }));
    expect(all.map(({ code, divisionCodes }) => [code, divisionCodes])).toEqual([
      ['ALD', ['NORD']],
      ['BIR', ['NORD', 'SUED']],
      ['CED', ['SUED']],
      ['DOG', []],
    ]);
  });

  it('lists as at a past moment: the same accounts as they were then', async () => {
    const { items } = await queries.page(harness.context({ asAt: beforeTheDecision }), query());
    expect(items.map(({ name, category, spend }) => [name, category, spend])).toEqual([
      ['älder Foods', 'prospect', 500],
      ['Birch 100% Oil', 'prospect', 900],
      ['Cedar', 'prospect', 100],
      ['Dogwood', 'prospect', 500],
    ]);
    expect(await queries.one(harness.context({ asAt: beforeTheDecision }), 'a')).toMatchObject({ version: 2 });
  });

  describe('for a division head', () => {
    const head = () => harness.context({ actor: 'dora', roles: ['division-head'] });

    it('holds the accounts that trade with a division he or she heads, in list, download and record', async () => {
      expect(await names({}, head())).toEqual(['älder Foods', 'Birch 100% Oil']);
      expect((await queries.page(head(), query())).total).toBe(2);
      expect(await queries.all(head(), query())).toHaveLength(2);
      expect(await queries.one(head(), 'b')).toBeDefined();
      expect(await queries.one(head(), 'c')).toBeUndefined();
    });

    it('holds nothing for one who heads nothing, and all for one with a wider role', async () => {
      expect(await names({}, harness.context({ actor: 'nobody', roles: ['division-head'] }))).toEqual([]);
      expect(
        await names({}, harness.context({ actor: 'dora', roles: ['division-head', 'kam-unit-head'] })),
      ).toHaveLength(4);
    });

    it('follows who headed the division at the moment that is read', async () => {
      const { recorded } = await harness.append('portfolio.enterprise', 'acme', [
        { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'nord', from: 'dora', to: 'derek' } },
      ]);
      await harness.whenCaughtUp();
      expect(await names({}, head())).toEqual([]);
      expect(await names({}, { ...head(), asAt: new Date(recorded.getTime() - 1) })).toHaveLength(2);
    });
  });

  describe('of archived accounts, parents and identifiers', () => {
    let beforeArchiving: Date;
    beforeAll(async () => {
      const facts = { parentId: 'c', sites: ['Lyon'], crmId: 'SF-1', duns: '123456789', vat: 'SE12', potential: 5 };
      await harness.append('portfolio.account', 'e', [register('ELM', { name: 'Elm', spend: 0, ...facts })]);
      ({ recorded: beforeArchiving } = await harness.append('portfolio.account', 'f', [
        register('FIR', { name: 'Fir', spend: 0, duns: '123456789' }),
      ]));
      await harness.append('portfolio.account', 'd', [
        { type: 'portfolio.AccountArchived', data: { reason: 'Bought by Cedar' } },
      ]);
      await harness.whenCaughtUp();
    });

    it('lists those in use unless asked for the others, and counts alike', async () => {
      expect(await names({})).toEqual(['älder Foods', 'Birch 100% Oil', 'Cedar', 'Elm', 'Fir']);
      expect(await names({ archived: 'only' })).toEqual(['Dogwood']);
      expect(await names({ archived: 'with' })).toHaveLength(6);
      expect((await queries.page(harness.context(), query())).total).toBe(5);
      expect(await names({}, harness.context({ asAt: beforeArchiving }))).toContain('Dogwood');
    });

    it('opens an archived account, with who archived it and why', async () => {
      expect(await queries.one(harness.context(), 'd')).toMatchObject({
        archivedBy: 'person-1',
        archivedBecause: 'Bought by Cedar',
        archivedAt: expect.stringMatching(/Z$/) as string,
      });
    });

    it.each([
      ['D-U-N-S number', '12-345-6789', ['Elm', 'Fir']],
      ['VAT number', 'se 12', ['Elm']],
      ['CRM id', 'sf-1', ['Elm']],
    ])('finds by %s, as people write it', async (_, q, found) => {
      expect(await names({ q })).toEqual(found);
    });

    it('names the parent, the accounts below, and who has the same identifier', async () => {
      const related = async (id: string) =>
        (await queries.one(harness.context(), id))!.related.map(({ name, parent, child, shares }) => [
          name,
          parent,
          child,
          shares,
        ]);
      expect(await related('e')).toEqual([
        ['Cedar', true, false, []],
        ['Fir', false, false, ['duns']],
      ]);
      expect(await related('c')).toEqual([['Elm', false, true, []]]);
      expect(await related('a')).toEqual([]);
    });

    it('shows a division head no account outside his or her divisions, related or not', async () => {
      const head = harness.context({ actor: 'derek', roles: ['division-head'] });
      expect(await queries.one(head, 'e')).toBeUndefined();
    });

    it('takes up again what is restored', async () => {
      await harness.append('portfolio.account', 'd', [{ type: 'portfolio.AccountRestored', data: { reason: 'Back' } }]);
      await harness.whenCaughtUp();
      expect(await names({})).toContain('Dogwood');
      expect(await queries.one(harness.context(), 'd')).toMatchObject({ archivedAt: null, archivedBecause: null });
    });
  });

  it('is found by what it was called before, once, and by the account that was merged into it', async () => {
    const renamed = (from: string, to: string) =>
      ({
        type: 'portfolio.AccountDetailsChanged',
        data: { from: { name: from }, to: { name: to }, reason: null },
      }) as const;
    await harness.append('portfolio.account', 'd', [
      renamed('Dogwood', 'Ginkgo'),
      renamed('Ginkgo', 'Hazel'),
      renamed('Hazel', 'Ginkgo'),
    ]);
    const survivor = { accountId: 'd', code: 'DOG', name: 'Ginkgo' };
    const merged = {
      mergeId: 'm',
      survivor,
      facts: {},
      contacts: [],
      lines: [],
      cells: [],
      children: [],
      reason: 'One customer',
    };
    await harness.append('portfolio.account', 'w', [
      register('WIL', { name: 'Willow' }),
      { type: 'portfolio.AccountMerged', data: merged },
    ]);
    await harness.whenCaughtUp();
    for (const q of ['dogWOOD', 'hazel', 'ginkgo', 'willow', 'WIL']) expect(await names({ q })).toEqual(['Ginkgo']);
    const [found] = (await queries.page(harness.context(), query({ q: 'dogwood' }))).items;
    expect(found!.formerNames).toEqual(['Dogwood', 'Hazel']);
  });

  it('has the same rows and history after a rebuild', () => harness.rebuildGivesSameRows());
});
