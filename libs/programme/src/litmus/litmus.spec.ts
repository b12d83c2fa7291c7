import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  assessmentEvents,
  assessmentProjections,
  litmusId,
  litmusTestOf,
  type LitmusTestId,
  PROGRAMME,
} from '@mainstay/assessment';
import { CommandRunner, type DomainEvent, idFrom, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { peopleEvents, peopleProjections } from '@mainstay/people';
import { FileStore } from '@mainstay/file-store';
import { PersonalDataVault } from '@mainstay/personal-data';
import { planningEvents, planningProjections } from '@mainstay/planning';
import {
  portfolioEvents,
  PortfolioModule,
  portfolioProjections,
  PeopleByName,
  PeopleDirectory,
} from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { LitmusPortfolio } from './litmus-portfolio.queries';
import { LitmusSubjects } from './litmus-subjects.queries';
import { litmusOrder, litmusPage } from './litmus-list';

const account = (code: string, divisionIds: string[], leadId: string | null): DomainEvent => ({
  type: 'portfolio.AccountRegistered',
  data: {
    ...{ code, name: `Account ${code}`, industry: 'steel', countries: ['DE'] },
    ...{ divisionIds, leadId, sponsorId: null, spend: 100 },
  },
});
const star: DomainEvent = {
  type: 'portfolio.AccountCategorised',
  data: {
    ...{ category: 'star', effectiveOn: '2025-03-01', decidedBy: 'lena' },
    ...{ reason: 'Because', suggested: null, criteriaVersion: null },
  },
};
const planned = (accountId: string, horizonYears: number): DomainEvent => ({
  type: 'planning.PlanRevised',
  data: {
    ...{ accountId, revision: 1, from: null, reason: 'First', changes: [] },
    content: {
      horizonYears,
      relationshipPlan: 'Whom we know',
      revenuePlan: 'What it brings',
      criticalSuccessFactors: [{ id: 'f', text: 'Trust' }],
      objectives: [
        { id: 'o', title: 'Grow', measure: 'Share', baseline: 1, target: 2, unit: '%', dueOn: '2026-12-31' },
      ],
      actions: [{ id: 'x', title: 'Meet', ownerId: 'kim', dueOn: '2026-02-01', state: 'open', objectiveId: null }],
      forecast: [{ year: 2026, divisionId: 'north', revenue: 10, margin: 2 }],
    },
  },
});
const answers = (test: LitmusTestId, letters: string) =>
  Object.fromEntries(
    litmusTestOf(1, test).questions.map(({ id }, index) => [
      id,
      { answer: { y: 'yes', n: 'no', a: 'ambivalent' }[letters[index]!] },
    ]),
  );
const sealed = { enc: '1.k.n.t.c' };
const taken = (test: LitmusTestId, takenOn: string, letters: string, subject: object = {}): DomainEvent => ({
  type: 'assessment.LitmusTaken',
  data: { test, ...subject, catalogueVersion: 1, takenOn, from: null, answers: answers(test, letters) },
});

/** The harness's clock stands in January 2026. */
describe('litmus tests beside the record', () => {
  let db: ReadModelHarness;
  let app: TestingModule;
  let beforeTheLast: Date;

  const who: Partial<RequestContext> = { actor: 'lena', roles: ['programme-lead'] };
  const portfolio = () => app.get(LitmusPortfolio);
  const subjects = () => app.get(LitmusSubjects);
  const takeOf = async (
    test: 'customer' | 'manager',
    accountId: string,
    takenOn: string,
    letters: string,
    managerId?: string,
  ) =>
    db.append('assessment.litmus', idFrom('litmus', 'acme', test, accountId), [
      taken(test, takenOn, letters, { accountId, ...(managerId ? { managerId } : {}) }),
    ]);
  const listed = async (query: object = {}, over = who) =>
    (await portfolio().page(db.context(over), litmusPage.parse(query))).items;

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [...portfolioProjections, ...assessmentProjections, ...planningProjections, ...peopleProjections],
      events: [portfolioEvents, assessmentEvents, planningEvents, peopleEvents],
    });
    const provided = [
      { provide: CommandRunner, useValue: db.commands },
      { provide: ReadStore, useValue: db.readStore },
      { provide: FileStore, useValue: {} },
      { provide: PeopleByName, useValue: {} },
      { provide: PeopleDirectory, useValue: {} },
      { provide: PersonalDataVault, useValue: {} },
    ];
    @Global()
    @Module({ imports: [CqrsModule.forRoot()], providers: provided, exports: [...provided, CqrsModule] })
    class Platform {}
    app = await Test.createTestingModule({
      imports: [Platform, PortfolioModule],
      providers: [LitmusPortfolio, LitmusSubjects],
    }).compile();

    const settings = { name: 'Acme', currency: 'EUR', capacity: 2, planReviewDays: 90 };
    await db.append('portfolio.enterprise', 'acme', [
      { type: 'portfolio.EnterpriseDescribed', data: { ...settings, from: null } },
      { type: 'portfolio.DivisionOpened', data: { divisionId: 'north', code: 'N', name: 'North' } },
      { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'north', from: null, to: 'hal' } },
    ]);
    await db.append('portfolio.account', 'a1', [account('A1', ['north'], 'kim'), star]);
    await db.append('portfolio.account', 'a2', [account('A2', ['south'], 'kim'), star]);
    await db.append('portfolio.account', 'a3', [account('A3', ['south'], 'lou'), star]);
    await db.append('portfolio.account', 'a4', [account('A4', ['south'], null)]);
    await db.append('planning.plan', 'a1', [planned('a1', 3)]);
    await db.append('planning.plan', 'a2', [planned('a2', 2)]);
    await takeOf('manager', 'a1', '2025-11-01', 'yyyya', 'kim');
    await takeOf('manager', 'a2', '2025-11-01', 'yyynn', 'kim');
    await takeOf('manager', 'a3', '2025-11-01', 'yyyyy', 'somebody-before');
    await takeOf('customer', 'a1', '2024-06-01', 'yynnna');
    const organisation = litmusId('acme', 'organisation', PROGRAMME);
    const { recorded } = await db.append('assessment.litmus', organisation, [
      taken('organisation', '2025-01-10', 'yynnn'),
    ]);
    beforeTheLast = recorded;
    await db.append('assessment.litmus', organisation, [taken('organisation', '2025-12-10', 'yyyyn')]);
    await db.append('portfolio.account', 'a1', [account('A1', [], 'kim'), star], { tenant: 'other' });
    await db.whenCaughtUp();
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it('shows what the record says beside the answers, and marks where they differ', async () => {
    const { manager } = await subjects().account(db.context(who), 'a2');
    const [team, plan, board] = manager.questions;
    expect(plan).toMatchObject({ answer: 'yes', record: { says: 'no', verdict: 'contradicts' } });
    expect(plan!.record!.sentence).toContain('reaches 2 years ahead; 3 are needed');
    expect([team, board].map((question) => question!.record!.verdict)).toEqual([
      'nothing-recorded',
      'nothing-recorded',
    ]);
    expect(manager).toMatchObject({ yes: 3, standing: 'one-short', differences: 1, gate: 4 });
  });

  it('holds teams and contacts against the answers as soon as they are recorded', async () => {
    const member = { personId: 'pat', joinedOn: '2025-02-01', kind: 'core', role: 'Service', function: 'Operations' };
    const where = { divisionId: null, location: '', dedicated: false, share: null, line: 'dotted' };
    const director = { function: 'Finance', level: 'board', knownBy: ['kim'], purpose: 'Business', keepUntil: null };
    const nameless = { name: null, jobTitle: null, email: null, phone: null };
    await db.append('people.team', 'a3', [
      { type: 'people.TeamMemberJoined', data: { accountId: 'a3', ...member, ...where } },
    ]);
    await db.append('portfolio.contact', 'c1', [
      { type: 'portfolio.ContactAdded', data: { accountId: 'a3', ...director, ...nameless } },
    ]);
    await db.whenCaughtUp();
    const { manager } = await subjects().account(db.context(who), 'a3');
    expect(manager.questions.map(({ record }) => record!.says)).toEqual(['yes', 'no', 'no', 'nothing', 'nothing']);
  });

  it('of an account without a taking asks every question and has no answer', async () => {
    const { customer, manager } = await subjects().account(db.context(who), 'a4');
    expect(customer).toMatchObject({ yes: null, standing: 'not-taken', takenOn: null, takings: [], version: 0 });
    expect(customer.questions).toHaveLength(6);
    expect(manager.questions[1]).toMatchObject({ answer: null, record: { says: 'no', verdict: null } });
  });

  it('does not give the manager of today the answers of the manager before', async () => {
    const { manager } = await subjects().account(db.context(who), 'a3');
    expect(manager).toMatchObject({ yes: 5, standing: 'not-taken', formerManagerId: 'somebody-before' });
    expect((await listed({ q: 'A3' }))[0]).toMatchObject({ manager: null, standing: 'not-taken' });
  });

  it('takes the mean over the key accounts of a manager; what is not answered is not a no', async () => {
    expect(await portfolio().managers(db.context(who), {})).toEqual([
      {
        personId: 'kim',
        mean: 3.5,
        standing: 'one-short',
        answered: 2,
        unanswered: 0,
        oldestOn: '2025-11-01',
        old: false,
      },
      { personId: 'lou', mean: null, standing: 'not-taken', answered: 0, unanswered: 1, oldestOn: null, old: false },
    ]);
    const kim = await portfolio().manager(db.context(who), 'kim');
    expect(kim.accounts.map(({ code, manager }) => [code, manager?.yes])).toEqual([
      ['A1', 4],
      ['A2', 3],
    ]);
    await expect(portfolio().manager(db.context(who), 'nobody')).rejects.toThrow(NotFound);
    const member = { personId: 'new', name: sealed, email: sealed, role: 'key-account-manager' };
    await db.append('people.member', 'new', [{ type: 'people.MemberAdded', data: member }]);
    await db.whenCaughtUp();
    expect(await portfolio().manager(db.context(who), 'new')).toMatchObject({ manager: { mean: null }, accounts: [] });
  });

  it('filters managers by division without cutting their accounts, and by standing', async () => {
    const north = await portfolio().managers(db.context(who), { divisionId: 'north' });
    expect(north).toMatchObject([{ personId: 'kim', answered: 2 }]);
    expect(await portfolio().managers(db.context(who), { standing: 'passes' })).toEqual([]);
  });

  it('says whether the programme qualifies, by the organisation and by every manager', async () => {
    expect(await portfolio().overview(db.context(who))).toMatchObject({
      partial: false,
      qualification: 'not-qualified',
      organisation: { yes: 4, questions: 5, standing: 'passes', takenOn: '2025-12-10' },
      managers: { all: 2, passes: 0, oneShort: 1, notTaken: 1 },
      accounts: { all: 3, passes: 1, oneShort: 1, short: 0, notTaken: 1, due: 3 },
      customers: { all: 3, taken: 1, byYes: [0, 0, 1, 0, 0, 0, 0] },
    });
  });

  it('reads as at a past moment', async () => {
    const past = db.context({ ...who, asAt: beforeTheLast });
    expect((await portfolio().overview(past)).organisation).toMatchObject({ yes: 2, standing: 'short' });
    const { organisation } = await subjects().organisation(db.context(who));
    expect(organisation.takings.map(({ takenOn }) => takenOn)).toEqual(['2025-12-10', '2025-01-10']);
    expect(organisation.questions[2]!.record).toMatchObject({ says: 'nothing' });
  });

  it('lists accounts by what is asked for, sorted, page by page', async () => {
    const codes = async (query: object) => (await listed(query)).map(({ code }) => code);
    expect(await codes({ sort: '-manager' })).toEqual(['A1', 'A2', 'A4', 'A3']);
    expect(await codes({ standing: 'one-short' })).toEqual(['A2']);
    expect(await codes({ standing: 'not-taken', due: 'true' })).toEqual(['A3']);
    expect(await codes({ leadId: 'kim', divisionId: 'north' })).toEqual(['A1']);
    expect(await codes({ key: 'false' })).toEqual(['A4']);
    expect(await codes({ key: 'true', customerYes: '2' })).toEqual(['A1']);
    const first = await portfolio().page(db.context(who), litmusPage.parse({ limit: 3, sort: 'manager' }));
    expect(first.items.map(({ code }) => code)).toEqual(['A3', 'A4', 'A2']);
    expect(await codes({ limit: 3, sort: 'manager', cursor: first.next })).toEqual(['A1']);
    const all = await portfolio().all(db.context(who), litmusOrder.parse({}));
    expect(all.map(({ code, differences }) => [code, differences])).toEqual([
      ['A1', 0],
      ['A2', 1],
      ['A3', 0],
      ['A4', 0],
    ]);
  });

  it('shows a division head the accounts of the divisions headed only', async () => {
    const head: Partial<RequestContext> = { actor: 'hal', roles: ['division-head'] };
    expect((await listed({}, head)).map(({ code }) => code)).toEqual(['A1']);
    expect(await portfolio().overview(db.context(head))).toMatchObject({ partial: true, accounts: { all: 1 } });
    await expect(subjects().account(db.context(head), 'a2')).rejects.toThrow(NotFound);
  });

  it('keeps tenants with the same ids apart', async () => {
    const other = { ...who, tenant: 'other' };
    expect(await listed({}, other)).toMatchObject([{ accountId: 'a1', manager: null, customer: null }]);
    expect((await portfolio().overview(db.context(other))).organisation.yes).toBeNull();
  });
});
