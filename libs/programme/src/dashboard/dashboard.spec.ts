import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  AccountDirectory,
  assessmentEvents,
  assessmentProjections,
  DivisionDirectory,
  phaseAudit,
} from '@mainstay/assessment';
import { CommandRunner, type DomainEvent, type RequestContext } from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { PersonalDataVault } from '@mainstay/personal-data';
import { planningEvents, planningProjections } from '@mainstay/planning';
import { type Category, portfolioEvents, portfolioProjections, PeopleDirectory } from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { HomeQueries } from '../home/home.queries';
import { ProgrammeModule } from '../programme.module';
import { DashboardQueries } from './dashboard.queries';
import type { Tile } from './tile';

const account = (code: string, divisionIds: string[], leadId: string): DomainEvent => ({
  type: 'portfolio.AccountRegistered',
  data: {
    code,
    name: `Account ${code}`,
    industry: 'steel',
    countries: ['DE'],
    divisionIds,
    leadId,
    sponsorId: null,
    spend: 100,
  },
});
const decision = { reason: 'Because', suggested: null, criteriaVersion: null };
const categorised = (category: Category, effectiveOn: string): DomainEvent => ({
  type: 'portfolio.AccountCategorised',
  data: { category, effectiveOn, decidedBy: 'lena', ...decision },
  effectiveOn,
});
const moved = (from: Category, to: Category, effectiveOn: string): DomainEvent => ({
  type: 'portfolio.AccountRecategorised',
  data: { from, to, effectiveOn, approvedBy: 'lena', resource: null, ...decision },
  effectiveOn,
});
const action = (id: string, dueOn: string, state: 'open' | 'done' = 'open') => ({
  id,
  title: `Action ${id}`,
  ownerId: 'kim',
  dueOn,
  state,
  objectiveId: null,
});
const planned = (accountId: string, ...actions: object[]): DomainEvent => ({
  type: 'planning.PlanRevised',
  data: {
    ...{ accountId, revision: 1, from: null, reason: 'First', changes: [] },
    content: {
      ...{
        horizonYears: 3,
        relationshipPlan: '',
        revenuePlan: '',
        criticalSuccessFactors: [],
        objectives: [],
        forecast: [],
      },
      actions,
    },
  },
});
const auditOf = (auditDate: string, score: 0 | 1 | 2 | 3): DomainEvent[] => [
  {
    type: 'assessment.AuditOpened',
    data: { scope: { kind: 'programme' }, title: auditDate, catalogueVersion: 1, auditDate },
  },
  { type: 'assessment.AssessorsAssigned', data: { from: [], to: ['asa'] } },
  ...phaseAudit(1)!.actions.map(({ id }): DomainEvent => ({
    type: 'assessment.ActionAnswered',
    data: { actionId: id, from: null, to: { score } },
  })),
];

/** The harness's clock stands in January 2026. */
describe('the Board dashboard and Home', () => {
  let db: ReadModelHarness;
  let app: TestingModule;

  const board: Partial<RequestContext> = { actor: 'bo', roles: ['board-member'] };
  const dashboard = async (over: Partial<RequestContext> = board): Promise<Record<Tile['id'], Tile>> => {
    const { tiles } = await app.get(DashboardQueries).dashboard(db.context(over));
    return Object.fromEntries(tiles.map((tile) => [tile.id, tile])) as Record<Tile['id'], Tile>;
  };
  const home = (over: Partial<RequestContext>) => app.get(HomeQueries).home(db.context(over));

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [...portfolioProjections, ...assessmentProjections, ...planningProjections],
      events: [portfolioEvents, assessmentEvents, planningEvents],
    });
    const provided = [
      { provide: CommandRunner, useValue: db.commands },
      { provide: ReadStore, useValue: db.readStore },
      { provide: FileStore, useValue: {} },
      { provide: PeopleDirectory, useValue: {} },
      { provide: PersonalDataVault, useValue: {} },
      { provide: AccountDirectory, useValue: { account: async () => undefined } },
      { provide: DivisionDirectory, useValue: { exists: async () => true } },
    ];
    @Global()
    @Module({ imports: [CqrsModule.forRoot()], providers: provided, exports: [...provided, CqrsModule] })
    class Platform {}
    app = await Test.createTestingModule({ imports: [Platform, ProgrammeModule] })
      // What neither page asks for.
      .useMocker(() => ({}))
      .compile();

    const settings = { name: 'Acme', currency: 'EUR', capacity: 2, planReviewDays: 90 };
    await db.append('portfolio.enterprise', 'acme', [
      { type: 'portfolio.EnterpriseDescribed', data: { ...settings, from: null } },
      { type: 'portfolio.DivisionOpened', data: { divisionId: 'north', code: 'N', name: 'North' } },
      { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'north', from: null, to: 'hal' } },
    ]);
    await db.append('portfolio.account', 'a1', [
      account('A1', ['north'], 'kim'),
      categorised('star', '2025-03-01'),
      moved('star', 'strategic', '2026-01-02'),
    ]);
    await db.append('portfolio.account', 'a2', [account('A2', ['south'], 'kim'), categorised('status', '2025-09-01')]);
    await db.append('portfolio.account', 'a3', [account('A3', ['south'], 'lou'), categorised('status', '2025-09-01')]);
    await db.append('portfolio.account', 'a4', [account('A4', ['south'], 'lou')]);
    const longAgo = { recordedAt: new Date('2025-06-01T10:00:00Z'), actor: 'kim' };
    await db.append('planning.plan', 'a1', [
      planned('a1', action('1', '2025-12-20'), action('2', '2026-01-08'), action('3', '2025-07-01', 'done')),
    ]);
    await db.append('planning.plan', 'a2', [planned('a2', action('1', '2025-07-10'))], longAgo);
    await db.append('assessment.audit', 'u1', auditOf('2024-12-01', 1));
    await db.append('assessment.audit', 'u2', auditOf('2025-12-01', 2));
    await db.append('assessment.audit', 'u3', auditOf('2026-01-04', 3).slice(0, 12));
    await db.append('portfolio.account', 'a1', [account('A1', [], 'kim'), categorised('star', '2025-03-01')], {
      tenant: 'other',
    });
    await db.whenCaughtUp();
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it('counts what the lists hold', async () => {
    const { portfolio, capacity, plans, recategorisations, actions } = await dashboard();
    expect(portfolio).toMatchObject({ value: 3, of: 4 });
    expect(portfolio.parts).toMatchObject([
      { id: 'strategic', value: 1, spend: 100 },
      { id: 'status', value: 2, spend: 200 },
      { id: 'prospect', value: 1, spend: 100 },
    ]);
    expect(capacity).toMatchObject({ value: 3, of: 2, verdict: 'attention' });
    expect(plans.parts.map(({ id, value }) => [id, value])).toEqual([
      ['live', 1],
      ['stale', 1],
      ['none', 1],
    ]);
    expect(recategorisations.value).toBe(1);
    expect(actions).toMatchObject({ value: 2, of: 3 });
    expect(actions.sentence).toContain('the oldest was due on 10 July 2025');
  });

  it('places the programme by its last complete audit', async () => {
    const { road } = await dashboard();
    expect(road).toMatchObject({ value: 258, of: 387, madeOf: { list: 'audits', id: 'u2' } });
    expect(road.trend).toEqual([
      { on: '2024-12-01', value: 129 },
      { on: '2025-12-01', value: 258 },
    ]);
    expect(road.sentence).toMatch(/^258 of 387 on the road, 129 up since 1 December 2024; now in Scoping: /);
  });

  it('draws trends that end in the figure itself', async () => {
    const { plans, actions, portfolio } = await dashboard();
    const on = (tile: Tile, day: string) => tile.trend.find((point) => point.on === day)?.value;
    expect([on(portfolio, '2025-02-28'), on(portfolio, '2025-03-31'), on(portfolio, '2025-12-31')]).toEqual([0, 1, 3]);
    expect([
      on(plans, '2025-05-31'),
      on(plans, '2025-06-30'),
      on(plans, '2025-09-30'),
      on(plans, '2026-01-05'),
    ]).toEqual([0, 1, 0, 1]);
    expect([on(actions, '2025-06-30'), on(actions, '2025-07-31'), on(actions, '2026-01-05')]).toEqual([0, 1, 2]);
  });

  it('shows a division head the accounts of the divisions headed, and says so', async () => {
    const { portfolio, capacity, plans } = await dashboard({ actor: 'hal', roles: ['division-head'] });
    expect(portfolio).toMatchObject({ value: 1, of: 1 });
    expect(capacity.sentence).toBe('1 key account in the divisions that you head.');
    expect(plans).toMatchObject({ value: 1, of: 1 });
  });

  it('reads as at a past moment', async () => {
    const asAt = { ...board, asAt: new Date('2025-06-15T00:00:00Z'), now: new Date('2026-02-01T00:00:00Z') };
    const { portfolio, plans, road } = await dashboard(asAt);
    expect([portfolio.value, plans.value, road.value]).toEqual([null, null, null]);
  });

  it('keeps tenants with the same ids apart, and is ready for a tenant without anything', async () => {
    expect((await dashboard({ ...board, tenant: 'other' })).portfolio).toMatchObject({ value: 1, of: 1 });
    const empty = Object.values(await dashboard({ ...board, tenant: 'nobody' }));
    expect(empty).toHaveLength(6);
    expect(empty.map(({ value }) => value)).toEqual([null, null, null, 0, 0, 0]);
  });

  it('tells a manager of own actions, overdue ones first, and of plans that are stale', async () => {
    const { tasks, picture } = await home({ actor: 'kim', roles: ['key-account-manager'] });
    expect(tasks).toMatchObject([
      { kind: 'action-overdue', account: 'Account A2', dueOn: '2025-07-10', link: { list: 'plans', id: 'a2' } },
      { kind: 'action-overdue', account: 'Account A1', dueOn: '2025-12-20' },
      { kind: 'action-due', account: 'Account A1', dueOn: '2026-01-08' },
      { kind: 'plan-stale', count: 1, link: { list: 'plans', filters: { leadId: 'kim', state: 'stale' } } },
      { kind: 'litmus-due', count: 2, link: { list: 'litmus', filters: { leadId: 'kim', due: 'true' } } },
      { kind: 'enter-time', title: '2025-12' },
    ]);
    expect(picture).toEqual({ leads: 2, live: 1, stale: 1, none: 0 });
  });

  it('tells the owner of a programme action when it falls due, and nothing of what is done', async () => {
    const raised = { title: 'Agree the charter', ownerId: 'ola', dueOn: '2026-01-02', source: { kind: 'own' } };
    await db.append('assessment.action', 'p1', [{ type: 'assessment.ActionRaised', data: raised }]);
    await db.append('assessment.action', 'p2', [
      { type: 'assessment.ActionRaised', data: raised },
      { type: 'assessment.ActionStateChanged', data: { from: 'open', to: 'done', evidence: 'Minutes' } },
    ]);
    await db.whenCaughtUp();
    const { tasks } = await home({ actor: 'ola', roles: ['key-account-manager'] });
    expect(tasks).toMatchObject([
      { kind: 'action-overdue', title: 'Agree the charter', account: null, link: { list: 'actions', id: 'p1' } },
    ]);
  });

  it('tells an assessor which audits still want answers', async () => {
    const { tasks, picture } = await home({ actor: 'asa', roles: ['assessor'] });
    expect(tasks).toMatchObject([
      { kind: 'answer-audit', title: '2026-01-04', count: 119, link: { list: 'answers', id: 'u3' } },
    ]);
    expect(picture).toBeNull();
  });

  it('tells the unit head what is not decided, and nobody else', async () => {
    const kinds = async (over: Partial<RequestContext>) =>
      (await home(over)).tasks.map(({ kind, count }) => [kind, count]);
    expect(await kinds({ actor: 'uma', roles: ['kam-unit-head'] })).toEqual([
      ['accounts-unscored', 4],
      ['accounts-undecided', 1],
    ]);
    expect(await kinds(board)).toEqual([]);
  });
});
