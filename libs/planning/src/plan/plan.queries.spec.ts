import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import { PeopleByName, PeopleDirectory, portfolioEvents, portfolioProjections } from '@mainstay/portfolio';
import { FileStore } from '@mainstay/file-store';
import { PersonalDataVault } from '@mainstay/personal-data';
import { ReadStore } from '@mainstay/read-store';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { PlanListQueries } from '../plan-list/plan-list.queries';
import { planPage } from '../plan-list/plan-list';
import { PlanningModule } from '../planning.module';
import { plan, review, revise } from './plan';
import { ReviewPlan, RevisePlan } from './plan.commands';
import type { PlanContent } from './plan-content';
import { planProjection } from './plan.projection';
import { PlanQueries } from './plan.queries';
import { planActionTable } from './plan.tables';
import { samplePlan } from './sample-plan.fixture';

describe('plans as they are read', () => {
  let db: ReadModelHarness;
  let pool: Pool;
  let app: TestingModule;
  let plans: PlanQueries;
  let list: PlanListQueries;
  const lead = { leads: true, sponsors: false };
  const manager: Partial<RequestContext> = { actor: 'kim', roles: ['key-account-manager'] };

  const registered = (id: string, name: string, category: string, over = {}) =>
    db.append('portfolio.account', id, [
      {
        type: 'portfolio.AccountRegistered',
        data: {
          ...{ code: name.slice(0, 3).toUpperCase(), name, industry: 'Food', countries: ['DE'], divisionIds: ['d-1'] },
          ...{ leadId: 'kim', sponsorId: 'pat', spend: 1_000, ...over },
        },
      },
      {
        type: 'portfolio.AccountCategorised',
        data: {
          category,
          decidedBy: 'hanna',
          effectiveOn: '2026-01-01',
          reason: 'Chosen',
          suggested: null,
          criteriaVersion: null,
        },
      },
    ]);
  const saved = async (accountId: string, content: PlanContent, reason = 'Half-year talk') => {
    const body = { accountId, content, reason, part: lead };
    await db.commands.run(plan, revise, new RevisePlan(db.context(manager), accountId, body));
    await db.whenCaughtUp();
  };
  const lines = async (query = {}, over: Partial<RequestContext> = {}) => {
    await db.whenCaughtUp();
    return list.page(db.context(over), planPage.parse(query));
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [...portfolioProjections, planProjection], events: [portfolioEvents] });
    pool = new Pool({ connectionString: db.urls.api });
    const provided = [
      { provide: CommandRunner, useValue: db.commands },
      { provide: ReadStore, useValue: db.readStore },
      { provide: FileStore, useValue: new FileStore(pool) },
      { provide: PeopleByName, useValue: {} },
      { provide: PeopleDirectory, useValue: {} },
      { provide: PersonalDataVault, useValue: new PersonalDataVault({ pool, masterKey: Buffer.alloc(32) }) },
    ];
    @Global()
    @Module({ imports: [CqrsModule.forRoot()], providers: provided, exports: [...provided, CqrsModule] })
    class Platform {}
    app = await Test.createTestingModule({ imports: [Platform, PlanningModule] }).compile();
    plans = app.get(PlanQueries);
    list = app.get(PlanListQueries);

    await registered('one', 'Alder', 'strategic');
    await registered('two', 'Birch', 'star', { divisionIds: ['d-2'], leadId: 'lou' });
    await registered('three', 'Cedar', 'not-key');
    await db.append('portfolio.enterprise', 'enterprise', [
      { type: 'portfolio.DivisionOpened', data: { divisionId: 'd-1', code: 'D1', name: 'Pumps' } },
      { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'd-1', from: null, to: 'hal' } },
    ]);
  });
  afterAll(async () => {
    await app.close();
    await pool.end();
    await db.close();
  });

  it('say that an account has none, and who may write one', async () => {
    await db.whenCaughtUp();
    expect(await plans.plan(db.context(manager), 'one')).toMatchObject({
      accountName: 'Alder',
      state: 'none',
      version: 0,
      current: null,
      mayWrite: true,
      mayReview: false,
    });
    expect(await plans.plan(db.context({ ...manager, actor: 'lou' }), 'one')).toMatchObject({ mayWrite: false });
    await expect(plans.plan(db.context(), 'unknown')).rejects.toThrow('There is no account');
  });

  it('show the present revision, and each revision as it was', async () => {
    const content = samplePlan();
    await saved('one', content, '');
    const [first, second] = content.actions;
    await saved('one', { ...content, actions: [{ ...first!, state: 'done' }], revenuePlan: 'We treble it.' });
    const present = await plans.plan(db.context(manager), 'one');
    expect(present).toMatchObject({
      state: 'live',
      version: 2,
      current: { revision: 2, revisedBy: 'kim', reason: 'Half-year talk' },
    });
    expect(present.current!.content.revenuePlan).toBe('We treble it.');
    expect((await plans.revision(db.context(), 'one', 1)).content).toEqual(content);
    await expect(plans.revision(db.context(), 'one', 3)).rejects.toThrow('There is no revision');
    const actions = await db.read((rows) => rows.find(planActionTable.entity, { order: { actionId: 'asc' } }));
    expect(actions.map(({ actionId, state }) => [actionId, state])).toEqual([
      ['a-1', 'done'],
      ['a-2', 'removed'],
    ]);
    const { changes } = await plans.compare(db.context(), 'one', 1, 2);
    expect(changes.map(({ section, kind, item }) => [section, kind, item])).toEqual([
      ['revenuePlan', 'changed', null],
      ['actions', 'changed', 'a-1'],
      ['actions', 'removed', 'a-2'],
    ]);
    expect(changes[2]!.label).toBe(second!.title);
  });

  it('are stale once the interval has passed, and live again once reviewed', async () => {
    const later = new Date('2026-06-01T09:00:00Z');
    expect(await plans.plan(db.context({ now: later }), 'one')).toMatchObject({
      state: 'stale',
      liveUntil: '2026-04-05',
    });
    expect((await lines({}, { now: later })).items.map(({ state }) => state)).toEqual(['stale', 'none']);
    const body = { accountId: 'one', reviewedOn: '2026-05-20', note: 'Holds', part: lead };
    await db.commands.run(plan, review, new ReviewPlan(db.context({ ...manager, now: later }), 'one', body));
    await db.whenCaughtUp();
    expect(await plans.plan(db.context({ now: later }), 'one')).toMatchObject({
      state: 'live',
      reviewedOn: '2026-05-20',
      version: 3,
    });
    expect(await plans.revisions(db.context(), 'one')).toMatchObject({
      revisions: [
        { revision: 2, changes: 3 },
        { revision: 1, changes: 0 },
      ],
      reviews: [{ reviewedOn: '2026-05-20', revision: 2, note: 'Holds' }],
    });
  });

  it('count every key account once, with its overdue actions', async () => {
    await saved('two', samplePlan(), '');
    const later = new Date('2026-05-25T09:00:00Z');
    expect(await list.summary(db.context())).toEqual({ live: 2, stale: 0, none: 0, overdueActions: 2, reviewDays: 90 });
    expect(await list.summary(db.context({ now: later }))).toMatchObject({ live: 1, stale: 1 });
    expect((await lines({ state: 'stale' }, { now: later })).items.map(({ code }) => code)).toEqual(['BIR']);
  });

  it('are found by name, lead and division, and paged in any order without loss', async () => {
    expect((await lines({ q: 'irc' })).items.map(({ code }) => code)).toEqual(['BIR']);
    expect((await lines({ leadId: 'kim' })).items.map(({ code }) => code)).toEqual(['ALD']);
    expect((await lines({ divisionId: 'd-2' })).items.map(({ code }) => code)).toEqual(['BIR']);
    for (const sort of ['name', '-touchedOn', 'overdueActions', '-forecastRevenue']) {
      const first = await lines({ sort, limit: 1 });
      const second = await lines({ sort, limit: 1, cursor: first.next! });
      expect([...first.items, ...second.items].map(({ code }) => code).sort()).toEqual(['ALD', 'BIR']);
      expect(second.next).toBeNull();
    }
    await expect(lines({ cursor: 'x' })).rejects.toThrow('cursor');
  });

  it('show a division head only what crosses the divisions headed', async () => {
    const head: Partial<RequestContext> = { actor: 'hal', roles: ['division-head'] };
    expect((await lines({}, head)).items.map(({ code }) => code)).toEqual(['ALD']);
    await expect(plans.plan(db.context(head), 'two')).rejects.toThrow('There is no account');
    await expect(plans.compare(db.context(head), 'two', 1, 1)).rejects.toThrow('There is no account');
  });

  it('show another tenant nothing', async () => {
    const other: Partial<RequestContext> = { tenant: 'other' };
    expect(await lines({}, other)).toEqual({ items: [], total: 0, next: null });
    await expect(plans.revision(db.context(other), 'one', 1)).rejects.toThrow('There is no account');
  });

  it('are read as they were', async () => {
    const { events } = await db.store.readFeed('', 100);
    const firstSave = events.find(({ type }) => type === 'planning.PlanRevised')!.recorded;
    expect(await plans.plan(db.context({ asAt: firstSave }), 'one')).toMatchObject({
      version: 1,
      current: { revision: 1 },
      reviewedOn: null,
    });
    expect((await plans.revisions(db.context({ asAt: firstSave }), 'one')).revisions).toHaveLength(1);
    expect(await list.summary(db.context({ asAt: firstSave }))).toMatchObject({ live: 1, none: 1 });
  });

  it('read the same after a rebuild', () => db.rebuildGivesSameRows());
});
