import { assessmentDescriptions, assessmentEvents, assessmentProjections } from '@mainstay/assessment';
import { type DomainEvent, NotFound } from '@mainstay/event-sourcing';
import { portfolioDescriptions, portfolioEvents, portfolioProjections } from '@mainstay/portfolio';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { auditHistory } from '../entry/audit-history';
import { HistoryQueries } from './history.queries';
import { type HistoryFilter, historyQuery } from './history-filter';

const registered = (code: string, name: string, divisionIds: string[] = []): DomainEvent => ({
  type: 'portfolio.AccountRegistered',
  data: { code, name, industry: 'steel', countries: ['DE'], divisionIds, leadId: null, sponsorId: null, spend: 5 },
});
const moved = (from: string, to: string, effectiveOn: string, reason: string): DomainEvent => ({
  type: 'portfolio.AccountRecategorised',
  data: { from, to, effectiveOn, reason, approvedBy: 'lead', resource: null, suggested: null, criteriaVersion: null },
  effectiveOn,
});
const opened: DomainEvent = {
  type: 'assessment.AuditOpened',
  data: {
    scope: { kind: 'division', divisionId: 'north' },
    title: 'Audit of the North',
    catalogueVersion: 1,
    auditDate: '2026-01-05',
  },
};
const answered: DomainEvent = {
  type: 'assessment.ActionAnswered',
  data: { divisionId: 'north', actionId: 'A1-01', from: null, to: { score: 2, evidence: 'minutes_of the Board' } },
};

describe('the audit history', () => {
  let harness: ReadModelHarness;
  let queries: HistoryQueries;

  beforeAll(async () => {
    harness = await readModelHarness({
      projections: [
        ...portfolioProjections,
        ...assessmentProjections,
        auditHistory({ ...portfolioDescriptions, ...assessmentDescriptions }),
      ],
      events: [portfolioEvents, assessmentEvents],
    });
    const nobody = { people: async () => [] } as unknown as ConstructorParameters<typeof HistoryQueries>[1];
    queries = new HistoryQueries(harness.readStore, nobody, harness.store);
    await harness.append('portfolio.account', 'a1', [registered('A1', 'Alder & Sons', ['north'])], { actor: 'ann' });
    await harness.append('portfolio.account', 'a2', [registered('A2', 'Birch')], { actor: 'ben' });
    await harness.append(
      'portfolio.account',
      'a1',
      [moved('prospect', 'star', '2025-11-01', 'They grow 50% faster.')],
      { actor: 'ann' },
    );
    await harness.append('assessment.audit', 'u1', [opened, answered], { actor: 'ben' });
    await harness.append('portfolio.account', 'a1', [registered('A1', 'Another tenant', ['north'])], {
      tenant: 'other',
      actor: 'ann',
    });
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  const page = (query: object = {}, context = {}) => queries.page(harness.context(context), historyQuery.parse(query));
  const types = async (query: object, context = {}) =>
    (await page(query, context)).items.map(({ type }) => type.split('.')[1]);

  it('tells who, when, before, after and why, with the names of the records', async () => {
    const { items } = await page({ kind: 'recategorisation' });
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'recategorisation',
        actor: 'ann',
        recorded: '2026-01-05T09:02:00.000Z',
        effectiveOn: '2025-11-01',
        subject: { type: 'account', id: 'a1', title: 'Alder & Sons' },
        account: { id: 'a1', name: 'Alder & Sons' },
        before: { category: 'prospect' },
        after: expect.objectContaining({ category: 'star' }),
        why: 'They grow 50% faster.',
      }),
    ]);
    const [answer] = (await page({ kind: 'audit-answer' })).items;
    expect(answer).toMatchObject({
      detail: 'A1-01',
      subject: { title: 'Audit of the North' },
      before: null,
      after: { score: 2 },
    });
    expect(answer!.detailTitle).toMatch(/powerful driver/);
  });

  it('gives the newest first, page by page, each entry once', async () => {
    const first = await page({ limit: 2 });
    const second = await page({ limit: 2, cursor: first.next });
    const third = await page({ limit: 2, cursor: second.next });
    const seen = [first, second, third].flatMap(({ items }) => items);
    expect(seen.map(({ type }) => type)).toEqual([
      'assessment.ActionAnswered',
      'assessment.AuditOpened',
      'portfolio.AccountRecategorised',
      'portfolio.AccountRegistered',
      'portfolio.AccountRegistered',
    ]);
    expect(third.next).toBeNull();
  });

  it.each<[string, object, string[]]>([
    ['person', { actor: 'ben' }, ['ActionAnswered', 'AuditOpened', 'AccountRegistered']],
    ['account', { accountId: 'a1' }, ['AccountRecategorised', 'AccountRegistered']],
    ['kinds', { kind: 'recategorisation,audit' }, ['AuditOpened', 'AccountRecategorised']],
    [
      'division, its audits and the accounts it trades with',
      { divisionId: 'north' },
      ['ActionAnswered', 'AuditOpened', 'AccountRecategorised', 'AccountRegistered'],
    ],
    ['record', { subject: 'audit:u1' }, ['ActionAnswered', 'AuditOpened']],
    [
      'moment of recording',
      { from: '2026-01-05T09:01:00Z', to: '2026-01-05T09:02:00Z' },
      ['AccountRecategorised', 'AccountRegistered'],
    ],
    ['day of recording, to its end', { from: '2026-01-05', to: '2026-01-05', kind: 'audit' }, ['AuditOpened']],
    ['business date', { effectiveFrom: '2025-11-01', effectiveTo: '2025-11-30' }, ['AccountRecategorised']],
    [
      'business date, where it is the day of recording',
      { effectiveFrom: '2026-01-05', kind: 'audit-answer' },
      ['ActionAnswered'],
    ],
    ['words of the reason', { q: '50% fast' }, ['AccountRecategorised']],
    ['words of the evidence', { q: 'MINUTES_OF' }, ['ActionAnswered']],
    ['name of the account', { q: 'birch' }, ['AccountRegistered']],
    ['name of the audit', { q: 'of the north' }, ['ActionAnswered', 'AuditOpened']],
    ['nothing where a wildcard is meant as itself', { q: 'alder%sons' }, []],
  ])('narrows by %s', async (_, filter, expected) => {
    expect(await types(filter)).toEqual(expected);
  });

  it('counts the kinds that a filter lets through', async () => {
    const kinds = await queries.kinds(harness.context(), { accountId: 'a1', kind: ['audit'] });
    expect(kinds).toEqual([
      { kind: 'account', count: 1 },
      { kind: 'recategorisation', count: 1 },
    ]);
  });

  it('reads as at a past moment what was recorded by then', async () => {
    const context = { asAt: new Date('2026-01-05T09:01:00Z'), now: new Date('2026-01-06T00:00:00Z') };
    expect(await types({}, context)).toEqual(['AccountRegistered', 'AccountRegistered']);
  });

  it('keeps tenants with the same ids apart', async () => {
    expect(await types({ accountId: 'a1' }, { tenant: 'other' })).toEqual(['AccountRegistered']);
    expect((await page({}, { tenant: 'other' })).items[0]!.subject.title).toBe('Another tenant');
    expect(await types({}, { tenant: 'nobody' })).toEqual([]);
    const foreign = (await page({}, { tenant: 'other' })).items[0]!.eventId;
    await expect(queries.whole(harness.context(), foreign)).rejects.toThrow(NotFound);
  });

  it('shows one entry with its event, unless it was recorded later than the moment read', async () => {
    const [entry] = (await page({ kind: 'audit-answer' })).items;
    const whole = await queries.whole(harness.context(), entry!.eventId);
    expect(whole).toMatchObject({ ...entry, schemaVersion: 1, correlation: 'test', data: answered.data });
    const before = { asAt: new Date('2026-01-05T09:01:00Z'), now: new Date('2026-01-06T00:00:00Z') };
    await expect(queries.whole(harness.context(before), entry!.eventId)).rejects.toThrow(NotFound);
  });

  it('reads everything that a filter lets through, for an export', async () => {
    const filter: HistoryFilter = { divisionId: 'north' };
    const all = [];
    for await (const entry of queries.all(harness.context(), filter)) all.push(entry);
    expect(all).toEqual((await page({ divisionId: 'north' })).items);
  });

  it('gives a division head who heads another division nothing of the accounts of this one', async () => {
    const head = { roles: ['division-head'] as const, actor: 'head of the south' };
    const of = (type: string, id: string) => queries.ofRecord(harness.context(head), { type, id }, { limit: 10 });
    expect((await of('account', 'a1')).items).toEqual([]);
    expect((await of('audit', 'u1')).items).toHaveLength(2);
  });

  it('tells of one part of a record alone, such as one action of an audit', async () => {
    const of = (detail?: string) =>
      queries.ofRecord(harness.context(), { type: 'audit', id: 'u1' }, { limit: 10, detail });
    expect((await of('A1-01')).items.map(({ kind, detail }) => [kind, detail])).toEqual([['audit-answer', 'A1-01']]);
    expect((await of('A1-02')).items).toEqual([]);
  });

  describe('what was changed since an answer before', () => {
    const changes = (after?: string, context = {}) => queries.changes(harness.context(context), after);
    const positions = async () => (await page()).items.map(({ position }) => position);

    it('says at first only where the history stands', async () => {
      const [latest] = await positions();
      const nothing = { accountIds: [], types: [], by: [], complete: true };
      expect(await changes()).toEqual({ position: latest, ...nothing });
      expect(await changes(latest)).toEqual({ position: latest, ...nothing });
    });

    it('names the accounts, the types of other records, and who changed them', async () => {
      const [latest, , , , first] = await positions();
      expect(await changes(first, { roles: ['programme-lead'] })).toEqual({
        position: latest,
        accountIds: ['a1', 'a2'],
        types: ['audit'],
        by: ['ann', 'ben'],
        complete: true,
      });
    });

    it('tells nobody of accounts or records that he or she may not read', async () => {
      const [latest, , , , first] = await positions();
      const headed = { roles: ['division-head'] as const, actor: 'head of the south' };
      expect(await changes(first, headed)).toMatchObject({ position: latest, accountIds: [], types: ['audit'] });
      expect(await changes(first, { roles: ['feedback-rater'] })).toMatchObject({ accountIds: [], types: [], by: [] });
    });

    it('keeps tenants apart', async () => {
      const [latest] = await positions();
      expect(await changes(undefined, { tenant: 'nobody' })).toMatchObject({ position: null });
      expect(await changes(latest, { tenant: 'nobody' })).toMatchObject({ accountIds: [], by: [] });
    });
  });

  it('is the same after a rebuild', () => harness.rebuildGivesSameRows());
});
