import { litmusTestOf } from '@mainstay/assessment';
import { idFrom } from '@mainstay/event-sourcing';
import { account, type AccountsWorld, accountsWorld, categorised, levelSet } from '../testing/accounts-world.fixture';
import { HealthQueries } from './health.queries';
import { healthPage } from './health.views';

const sealed = { enc: '1.k.n.t.c' };
const contact = (accountId: string, level: string, knownBy: string[]) => ({
  type: 'portfolio.ContactAdded',
  data: {
    ...{ accountId, level, knownBy, name: sealed, jobTitle: null, email: null, phone: null },
    ...{ function: '', purpose: 'Account', keepUntil: null },
  },
});
const met = (accountId: string, metOn: string) => ({
  type: 'portfolio.ContactMet',
  data: { accountId, metOn, by: 'kim', note: 'Lunch' },
});
const reviewed = (accountId: string, heldOn: string, theirs: (number | null)[]) => ({
  type: 'portfolio.AlignmentReviewed',
  data: {
    ...{ accountId, heldOn, people: [], contactIds: [], note: '', nextOn: null },
    scores: Object.fromEntries(
      ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'].map((topic, index) => [
        topic,
        { ours: 1, theirs: theirs[index] ?? null },
      ]),
    ),
  },
});
const litmus = (accountId: string, yes: number) => ({
  type: 'assessment.LitmusTaken',
  data: {
    ...{ test: 'customer', accountId, catalogueVersion: 1, takenOn: '2026-01-01', from: null },
    answers: Object.fromEntries(
      litmusTestOf(1, 'customer').questions.map(({ id }, index) => [id, { answer: index < yes ? 'yes' : 'no' }]),
    ),
  },
});

describe('how healthy accounts are, from what the contexts record', () => {
  let world: AccountsWorld;
  const now = new Date('2026-03-01T00:00:00Z');
  const queries = () => world.app.get(HealthQueries);
  const list = (query: object = {}, over: object = {}) =>
    queries().page(world.db.context({ now, ...over }), healthPage.parse(query));

  beforeAll(async () => {
    world = await accountsWorld([HealthQueries]);
    const { db } = world;
    await db.append('portfolio.account', 'a1', [
      account('Alder', ['north', 'south'], { countries: ['DE', 'SE'], growth: 10 }),
      categorised('strategic'),
    ]);
    await db.append('portfolio.account', 'a2', [account('Birch', ['south'], { growth: -5 }), categorised('star')]);
    await db.append('portfolio.account', 'a3', [account('Cedar', [], { leadId: null }), categorised('not-key')]);
    await db.append('portfolio.contact', 'c1', [
      contact('a1', 'board', ['kim']),
      met('a1', '2026-02-01'),
      met('a1', '2025-01-01'),
    ]);
    await db.append('portfolio.contact', 'c2', [contact('a2', 'senior', [])]);
    await db.append('portfolio.relationships', 'a1', [
      levelSet('commodity', '2024-01-01'),
      levelSet('collaborative', '2025-06-01'),
      levelSet('partner', '2026-06-01'),
    ]);
    await db.append('portfolio.alignment-review', 'r1', [reviewed('a1', '2025-01-01', [0, 0, 0, 0, 0, 0])]);
    await db.append('portfolio.alignment-review', 'r2', [reviewed('a1', '2026-01-10', [8, 6, null])]);
    await db.append('assessment.litmus', idFrom('litmus', 'acme', 'customer', 'a1'), [litmus('a1', 4)]);
    await db.whenCaughtUp();
  });
  afterAll(() => world.close());

  it('knows each part from the record it follows from, and tells that record', async () => {
    expect(await queries().one(world.db.context({ now }), 'a1')).toMatchObject({
      parts: { plan: 0, contact: 100, level: 67, alignment: 70, growth: 100, readiness: 67 },
      health: 67,
      band: 'watch',
      level: 'collaborative',
      follows: { seniors: 1, lastContactOn: '2026-02-01', levelOn: '2025-06-01', aligned: 7, ready: 4, readyOf: 6 },
    });
  });

  it('lists those in worst health first, and last those of which too little is known', async () => {
    const { items, total, mean, atRisk } = await list();
    expect(items.map(({ name, health, band }) => [name, health, band])).toEqual([
      ['Birch', 8, 'at-risk'],
      ['Alder', 67, 'watch'],
      ['Cedar', null, null],
    ]);
    expect({ total, mean, atRisk }).toEqual({ total: 3, mean: 38, atRisk: 1 });
  });

  it('filters and pages', async () => {
    const names = async (query: object) => (await list(query)).items.map(({ name }) => name);
    const first = await list({ limit: 2 });
    expect((await list({ limit: 2, cursor: first.next! })).items.map(({ name }) => name)).toEqual(['Cedar']);
    expect(await names({ q: 'ALD' })).toEqual(['Alder']);
    expect(await names({ band: 'not-known' })).toEqual(['Cedar']);
    expect(await names({ leadId: 'none' })).toEqual(['Cedar']);
    expect(await names({ divisionId: 'south' })).toEqual(['Birch', 'Alder']);
    expect(await names({ country: 'SE' })).toEqual(['Alder']);
    expect(await names({ level: 'none' })).toEqual(['Birch', 'Cedar']);
    expect(await names({ mine: 'true' })).toEqual([]);
    expect(await names({ category: 'star' })).toEqual(['Birch']);
  });

  it('has the level of a merged account where the survivor has none', async () => {
    const survivor = { accountId: 'a2', code: 'Birch', name: 'Birch' };
    const parts = { facts: {}, contacts: [], lines: [], cells: [], children: [], reason: 'One' };
    const { db } = world;
    await db.append('portfolio.account', 'a9', [account('Birch 2', [])]);
    await db.append('portfolio.relationships', 'a9', [levelSet('enhanced', '2025-06-01')]);
    await db.append('portfolio.account', 'a9', [
      { type: 'portfolio.AccountMerged', data: { mergeId: 'm-1', survivor, ...parts } },
    ]);
    await db.whenCaughtUp();
    expect(await queries().one(db.context({ now }), 'a2')).toMatchObject({ level: 'enhanced', parts: { level: 33 } });
    expect((await list({ level: 'enhanced' })).items.map(({ name }) => name)).toEqual(['Birch']);
    await db.append('portfolio.account', 'a9', [
      { type: 'portfolio.AccountUnmerged', data: { mergeId: 'm-1', survivorId: 'a2', left: [], reason: 'Two' } },
      { type: 'portfolio.AccountArchived', data: { reason: 'Tried' } },
    ]);
    await db.whenCaughtUp();
    expect(await queries().one(db.context({ now }), 'a2')).toMatchObject({ level: null });
  });

  it('shows a division head the accounts of the division, and everybody the own ones', async () => {
    const head = { actor: 'hal', roles: ['division-head'] as const };
    expect((await list({}, head)).items.map(({ name }) => name)).toEqual(['Alder']);
    expect(await queries().one(world.db.context({ now, ...head, roles: ['division-head'] }), 'a2')).toBeUndefined();
    expect((await list({ mine: 'true' }, { actor: 'kim' })).items.map(({ name }) => name)).toEqual(['Birch', 'Alder']);
  });

  it('weighs the parts as the enterprise says from then on', async () => {
    const weights = { plan: 0, contact: 1, level: 0, alignment: 0, growth: 1, readiness: 0 };
    await world.db.append('portfolio.enterprise', 'acme', [
      {
        type: 'portfolio.HealthWeightsSet',
        data: { from: weights, to: weights, reason: 'Plans are written elsewhere' },
      },
    ]);
    await world.db.whenCaughtUp();
    expect((await list({ q: 'ald' })).items[0]).toMatchObject({ health: 100, band: 'good' });
  });
});
