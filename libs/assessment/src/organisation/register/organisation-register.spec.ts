import type { RequestContext, Role } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { organisationAssessmentCatalogue } from '../catalogue/organisation-catalogue';
import { organisation } from '../organisation';
import {
  AnswerCell,
  AssignOrganisationAssessors,
  MarkTransnational,
  OpenOrganisationAssessment,
  ReopenOrganisation,
  SettleAgreedCells,
  SettleCell,
  SignOffOrganisation,
} from '../organisation.commands';
import { answerCell, assignAssessors, markTransnational, openAssessment, type OpenBody } from '../organisation.rules';
import { reopen, settleAgreed, settleCell, signOff } from '../settling';
import { organisationListColumns, organisationPage } from './organisation-list';
import { organisationRegister } from './organisation-register.projection';
import { OrganisationRegister } from './organisation-register.queries';

const first: OpenBody = {
  scope: { kind: 'programme' },
  title: 'First look',
  catalogueVersion: 1,
  assessedOn: '2025-03-01',
  transnational: true,
  assessorIds: ['ann', 'ben'],
};
const later: OpenBody = { ...first, title: 'One year on', assessedOn: '2026-03-01', assessorIds: ['ann'] };
const north: OpenBody = { ...first, title: 'North 100 %', scope: { kind: 'division', divisionId: 'north' } };
const lead = { roles: ['programme-lead'] as Role[] };

describe('the register of organisation assessments', () => {
  let harness: ReadModelHarness;
  let register: OrganisationRegister;

  const run = {
    open: (id: string, body: OpenBody, tenant = 'acme') =>
      harness.commands.run(
        organisation,
        openAssessment,
        new OpenOrganisationAssessment(harness.context({ tenant }), id, body),
      ),
    answer: (actor: string, cell: string, score: 0 | 1 | 2 | 3, more: object = {}, assessmentId = 'o-1') => {
      const { reason, ...rest } = more as { reason?: string };
      const body = { assessmentId, cell, answer: { score, ...rest }, reason };
      return harness.commands.run(organisation, answerCell, new AnswerCell(context({ actor }), assessmentId, body));
    },
    settle: (cell: string, score: 0 | 1 | 2 | 3, reason?: string) => {
      const body = { assessmentId: 'o-1', cell, score, reason };
      return harness.commands.run(organisation, settleCell, new SettleCell(context(), 'o-1', body));
    },
    settleAgreed: (assessmentId = 'o-1') =>
      harness.commands.run(
        organisation,
        settleAgreed,
        new SettleAgreedCells(context(), assessmentId, { assessmentId }),
      ),
  };
  const context = (overrides: Partial<RequestContext> = {}) => harness.context({ ...lead, ...overrides });
  const detail = async (overrides: Partial<RequestContext> = {}, id = 'o-1') => {
    await harness.whenCaughtUp();
    return register.assessment(context(overrides), id);
  };
  const cellOf = async (cell: string, overrides: Partial<RequestContext> = {}) =>
    (await detail(overrides)).standing.cells.find((one) => one.cell === cell)!;
  const list = async (query: object, overrides: Partial<RequestContext> = {}) => {
    await harness.whenCaughtUp();
    return register.page(context(overrides), organisationPage.parse(query));
  };
  const titles = async (query: object, overrides: Partial<RequestContext> = {}) =>
    (await list(query, overrides)).items.map(({ title }) => title);

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [organisationRegister] });
    register = new OrganisationRegister(harness.readStore);
    await run.open('o-1', first);
    await run.open('o-2', later);
    await run.open('o-3', north);
    await run.open('o-1', { ...first, title: 'Of another enterprise' }, 'other');
    await run.answer('ann', 'A-kam-unit', 2, { evidence: 'Portfolio review' });
    await run.answer('ben', 'A-kam-unit', 1, { note: 'Not in the south' });
    await run.answer('ann', 'A-kam-team', 0);
    await run.answer('ann', 'B-kam-unit', 3);
    await run.answer('ben', 'B-kam-unit', 3);
  });
  afterAll(() => harness.close());

  it('keeps what each assessor said, and shows the lower median until it is settled', async () => {
    const cell = await cellOf('A-kam-unit', { actor: 'ben' });
    expect(cell).toMatchObject({
      lowest: 1,
      highest: 2,
      agreement: 'differ',
      median: 1,
      score: 1,
      settled: null,
      target: { score: 2 },
    });
    expect(cell.answers).toMatchObject([
      { assessorId: 'ann', own: false, score: 2, evidence: 'Portfolio review', note: null, corrections: 0 },
      { assessorId: 'ben', own: true, score: 1, evidence: null, note: 'Not in the south' },
    ]);
    expect(await detail()).toMatchObject({
      status: 'under-way',
      score: 4,
      maximum: 135,
      band: 'not-ready',
      next: { band: 'ready', points: 16 },
      progress: { cells: 45, answered: 3, settled: 0 },
      showsAssessors: true,
    });
  });

  it('tells readers who neither assess nor lead what was said, but not by whom', async () => {
    const { answers } = await cellOf('A-kam-unit', { roles: ['key-account-manager'] });
    expect(answers.map(({ assessorId, score }) => [assessorId, score])).toEqual([
      [null, 2],
      [null, 1],
    ]);
    expect((await detail({ roles: ['division-head'] })).showsAssessors).toBe(false);
  });

  it('has nothing of another enterprise', async () => {
    expect(await titles({}, { tenant: 'other' })).toEqual(['Of another enterprise']);
    await expect(detail({ tenant: 'other' }, 'o-2')).rejects.toThrow(
      'There is no organisation assessment with the id o-2.',
    );
  });

  it('lists the latest first with the very score of the record, and pages without leaving any out', async () => {
    expect(await titles({})).toEqual(['One year on', 'North 100 %', 'First look']);
    const page = await list({ limit: 2 });
    expect(page.total).toBe(3);
    const [last] = (await list({ limit: 2, cursor: page.next! })).items;
    const { standing: _, showsAssessors: _shows, ...facts } = await detail();
    expect(facts).toMatchObject(last!);
    expect(last!.elements[1]).toEqual({ element: 'B', score: 3 });
  });

  it('is narrowed by words, scope, division, state and to one’s own', async () => {
    expect(await titles({ q: '0 %' })).toEqual(['North 100 %']);
    expect(await titles({ scope: 'programme', sort: 'assessedOn' })).toEqual(['First look', 'One year on']);
    expect(await titles({ divisionId: 'north' })).toEqual(['North 100 %']);
    expect(await titles({ mine: 'true', sort: 'title' }, { actor: 'ben' })).toEqual(['First look', 'North 100 %']);
    expect(await titles({ status: 'signed-off' })).toEqual([]);
    expect(await titles({ status: 'open', sort: '-title' })).toEqual(['One year on', 'North 100 %', 'First look']);
  });

  it('asks the database as often for many assessments as for one', async () => {
    const statements = async (limit: number) => {
      const query = jest.spyOn(PostgresQueryRunner.prototype, 'query');
      const { items } = await list({ limit });
      const asked = query.mock.calls.length;
      query.mockRestore();
      return { asked, shown: items.length };
    };
    const one = await statements(1);
    expect(one.asked).toBeGreaterThan(1);
    expect(await statements(3)).toEqual({ asked: one.asked, shown: 3 });
  });

  it('corrects an answer and keeps the reason; evidence added later is no correction', async () => {
    await run.answer('ann', 'A-kam-team', 1, { reason: 'Met the team' });
    await run.answer('ann', 'A-kam-team', 1, { evidence: 'Minutes' });
    expect((await cellOf('A-kam-team')).answers).toMatchObject([
      { score: 1, evidence: 'Minutes', corrections: 1, reason: 'Met the team' },
    ]);
  });

  it('counts what is settled, alone or with all that is agreed', async () => {
    await run.settleAgreed();
    await run.settle('A-kam-unit', 2, 'True in all divisions but one');
    const found = await detail();
    expect(found.progress).toEqual({ cells: 45, answered: 3, settled: 2 });
    expect(found.standing.agreement).toEqual({ compared: 2, agreed: 1 });
    expect(found.standing.overall).toMatchObject({ score: 6, settled: 2, provisional: 1, unanswered: 42 });
    const cell = await cellOf('A-kam-unit');
    expect(cell).toMatchObject({
      score: 2,
      median: 1,
      settled: { score: 2, reason: 'True in all divisions but one', settledBy: 'person-1' },
      answeredSinceSettled: false,
    });
    await run.answer('ben', 'A-kam-unit', 2, { reason: 'Convinced', note: 'Not in the south' });
    expect((await cellOf('A-kam-unit')).answeredSinceSettled).toBe(true);
  });

  it('keeps element E in the maximum where the organisation is not transnational', async () => {
    const body = { assessmentId: 'o-1', transnational: false, reason: 'All customers are national' };
    await harness.commands.run(organisation, markTransnational, new MarkTransnational(context(), 'o-1', body));
    const found = await detail();
    expect(found).toMatchObject({ transnational: false, transnationalReason: 'All customers are national' });
    expect(found.standing.elements[4]).toMatchObject({ element: 'E', maximum: 15 });
    expect(found.maximum).toBe(135);
  });

  it('reads an assessment as it stood at a past moment', async () => {
    const settled = (await cellOf('A-kam-unit')).settled!.settledAt;
    const before = new Date(new Date(settled).getTime() - 30_000);
    const then = await detail({ asAt: before });
    expect(then).toMatchObject({ transnational: true, progress: { answered: 3, settled: 1 } });
    expect(then.standing.cells.find(({ cell }) => cell === 'A-kam-unit')).toMatchObject({ settled: null, score: 1 });
    const [listed] = (await list({ q: 'First' }, { asAt: before })).items;
    expect(listed).toMatchObject({ score: then.score });
  });

  it('shows the sign-off, and its absence once it is reopened', async () => {
    const assign = { assessmentId: 'o-1', assessorIds: ['ann'] };
    await harness.commands.run(
      organisation,
      assignAssessors,
      new AssignOrganisationAssessors(context(), 'o-1', assign),
    );
    for (const { id } of organisationAssessmentCatalogue.cells) await run.answer('ann', id, 1, { reason: 'Again' });
    await run.settleAgreed();
    await run.settle('A-kam-team', 1);
    await run.settle('B-kam-unit', 2, 'Between the two');
    expect((await detail()).status).toBe('settled');
    const sign = new SignOffOrganisation(context(), 'o-1', { assessmentId: 'o-1', note: 'Seen by the Board' });
    await harness.commands.run(organisation, signOff, sign);
    expect(await detail()).toMatchObject({
      status: 'signed-off',
      signedOffBy: 'person-1',
      signOffNote: 'Seen by the Board',
      score: 47,
      band: 'ready',
    });
    expect(await titles({ status: 'signed-off' })).toEqual(['First look']);
    const again = new ReopenOrganisation(context(), 'o-1', { assessmentId: 'o-1', reason: 'Late evidence' });
    await harness.commands.run(organisation, reopen, again);
    expect(await detail()).toMatchObject({ status: 'settled', signedOffAt: null, signedOffBy: null });
  });

  it('lists every assessment for the download, element by element', async () => {
    const [, , found] = await register.list(context(), {});
    expect(Object.entries(organisationListColumns).map(([name, value]) => [name, value(found!)])).toEqual(
      expect.arrayContaining([
        ['Title', 'First look'],
        ['Score', 47],
        ['Element A', 6],
        ['Element I', 5],
      ]),
    );
  });

  it('is the same after a rebuild, history included', () => harness.rebuildGivesSameRows());
});
