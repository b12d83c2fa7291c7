import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { accountRegister } from '../account/account-register/account-register.projection';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { given, refusal } from '../testing/domain';
import { enterpriseEvents, register } from '../testing/portfolio';
import { duplicateRuling, type DuplicateRulingEvent, pairOf, ruleOnDuplicate } from './duplicate-ruling';
import { DuplicateQueries } from './duplicate.queries';
import { duplicates } from './duplicates.projection';

const ruledOut: DuplicateRulingEvent = {
  type: 'portfolio.DuplicateRuledOut',
  data: { accountIds: ['a', 'b'], reason: 'Asked both' },
};

describe('a ruling that two accounts are two customers', () => {
  const body = { accountIds: ['a', 'b'] as [string, string], ruledOut: true, reason: 'Asked both' };

  it('is recorded with its reason, and can be taken back', () => {
    expect(ruleOnDuplicate(duplicateRuling.initial, body)).toEqual([ruledOut]);
    const back = { ...body, ruledOut: false, reason: 'One after all' };
    expect(ruleOnDuplicate(given(duplicateRuling, ruledOut), back)).toEqual([
      { type: 'portfolio.DuplicateRulingWithdrawn', data: { accountIds: ['a', 'b'], reason: 'One after all' } },
    ]);
  });

  it('is refused without a reason, and of one account', () => {
    expect(() => ruleOnDuplicate(duplicateRuling.initial, { ...body, reason: '' })).toThrow(
      refusal('duplicate.reason-missing'),
    );
    expect(() => ruleOnDuplicate(duplicateRuling.initial, { ...body, accountIds: ['a', 'a'] })).toThrow(
      refusal('duplicate.same'),
    );
  });

  it('twice changes nothing, whichever of the two is named first', () => {
    expect(ruleOnDuplicate(given(duplicateRuling, ruledOut), body)).toEqual([]);
    expect(pairOf('acme', 'b', 'a')).toEqual(pairOf('acme', 'a', 'b'));
  });
});

describe('suspected duplicates', () => {
  let db: ReadModelHarness;
  let queries: DuplicateQueries;
  const pairs = async (filter: object = {}, over: Parameters<ReadModelHarness['context']>[0] = {}) => {
    await db.whenCaughtUp();
    const { items } = await queries.page(db.context(over), { limit: 50, ...filter });
    return items.map(({ one, other, signs }) => `${one.id}${other.id} ${signs.join(' ')}`);
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [enterpriseSettings, accountRegister, duplicates] });
    queries = new DuplicateQueries(db.readStore);
    await db.append('portfolio.enterprise', 'acme', enterpriseEvents);
    const account = (id: string, facts: Parameters<typeof register>[1]) =>
      db.append('portfolio.account', id, [
        register(id.toUpperCase(), { countries: ['DE'], divisionIds: [], ...facts }),
      ]);
    await account('a', { name: 'Nordwind Energie AG', divisionIds: ['nord'] });
    await account('b', { name: 'NORDWIND ENERGIE', divisionIds: ['nord'] });
    await account('c', { name: 'Birch Oil', duns: '123456789', countries: ['SE'] });
    await account('d', { name: 'Cedar Water', duns: '123456789', countries: ['FR'] });
    await account('e', { name: 'Tannenbaum Werkzeuge' });
    await account('f', { name: 'Tannenbaun Werkzeuge' });
    await account('g', { name: 'Something else' });
    await db.append('portfolio.account', 'a', [register('A', { name: 'Something else' })], { tenant: 'other' });
  });
  afterAll(() => db.close());

  it('are found by identifiers, by the same name and by a like name, the likeliest first, each with why', async () => {
    expect(await pairs()).toEqual(['cd duns', 'ab same-name country', 'ef like-name country']);
  });

  it('are filtered by what speaks for them and by name', async () => {
    expect(await pairs({ sign: 'duns' })).toEqual(['cd duns']);
    expect(await pairs({ q: 'nordwind' })).toEqual(['ab same-name country']);
  });

  it('come page by page', async () => {
    const first = await queries.page(db.context(), { limit: 2 });
    const second = await queries.page(db.context(), { limit: 2, cursor: first.next! });
    expect([first.items.length, first.total, second.items.length, second.next]).toEqual([2, 3, 1, null]);
  });

  it('are those that a division head may see', async () => {
    expect(await pairs({}, { actor: 'dora', roles: ['division-head'] })).toEqual(['ab same-name country']);
  });

  it('leave out a pair that was ruled out, and show it when asked, with the reason', async () => {
    const { recorded } = await db.append('portfolio.duplicate-ruling', 'ab', [ruledOut]);
    expect(await pairs()).toEqual(['cd duns', 'ef like-name country']);
    const [pair] = await queries.all(db.context(), { ruledOut: 'only' });
    expect(pair).toMatchObject({ ruling: { reason: 'Asked both', ruledBy: 'person-1' } });
    expect(await pairs({}, { asAt: new Date(recorded.getTime() - 1) })).toContain('ab same-name country');
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
