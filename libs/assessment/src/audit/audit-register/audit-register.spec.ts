import { type RequestContext } from '@mainstay/event-sourcing';
import { readModelHarness, type ReadModelHarness } from '@mainstay/testing';
import { phaseAuditOf } from '../../catalogue/phase-audit';
import { AnswerAction, AssignAssessors, OpenAudit } from '../audit.commands';
import { answerAction } from '../answering';
import { assign } from '../assign';
import { audit } from '../audit';
import { open, type OpenAuditBody } from '../open-audit';
import type { Answer } from '../answer';
import { auditPage } from './audit-list';
import { auditRegister } from './audit-register.projection';
import { AuditRegister } from './audit-register.queries';

const ann = 'person-ann';
const first: OpenAuditBody = {
  scope: { kind: 'programme' },
  title: 'First audit',
  catalogueVersion: 1,
  auditDate: '2025-03-01',
  programmeStartedOn: '2024-09-01',
  assessorIds: [ann, 'person-ben'],
};
const later: OpenAuditBody = { ...first, title: 'Later audit', auditDate: '2026-03-01', assessorIds: [] };
const north: OpenAuditBody = {
  ...first,
  title: 'North: 100 %_sure',
  scope: { kind: 'division', divisionId: 'north' },
  assessorIds: ['person-ben'],
};

describe('the audit register', () => {
  let harness: ReadModelHarness;
  let register: AuditRegister;
  let asAnn: RequestContext;

  const openAudit = (id: string, body: OpenAuditBody, tenant = 'acme') =>
    harness.commands.run(audit, open, new OpenAudit(harness.context({ tenant }), id, body));
  const say = (auditId: string, actionId: string, answer: Answer, reason?: string) =>
    harness.commands.run(audit, answerAction, new AnswerAction(asAnn, auditId, { auditId, actionId, answer, reason }));
  const list = (query: object, overrides?: Partial<RequestContext>) =>
    register.page(harness.context(overrides), auditPage.parse(query));
  const titles = async (query: object, overrides?: Partial<RequestContext>) =>
    (await list(query, overrides)).items.map(({ title }) => title);

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [auditRegister] });
    register = new AuditRegister(harness.readStore);
    asAnn = harness.context({ actor: ann });
    await openAudit('a-1', first);
    await openAudit('a-2', later);
    await openAudit('a-3', north);
    await openAudit('a-1', { ...first, title: 'Of another enterprise' }, 'other');
    await say('a-1', 'A1-01', { score: 2 });
    await say('a-1', 'A1-02', { score: 0 });
    await say('a-1', 'A1-03', { score: 3, evidence: 'Note on rivals', evidenceOn: '2025-02-01' });
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('keeps facts, assessors and totals of each audit', async () => {
    expect(await register.audit(harness.context(), 'a-1')).toMatchObject({
      id: 'a-1',
      title: 'First audit',
      scope: { kind: 'programme' },
      catalogueVersion: 1,
      auditDate: '2025-03-01',
      programmeStartedOn: '2024-09-01',
      assessorIds: [ann, 'person-ben'],
      status: 'under-way',
      score: 5,
      maximum: 387,
      progress: { actions: 129, answered: 3, notRelevant: 0, unconfirmed: 0, unanswered: 126 },
      openedBy: 'person-1',
      version: 5,
    });
  });

  it('keeps each answer with who gave it, when and on what evidence', async () => {
    const { answers } = await register.audit(harness.context(), 'a-1');
    expect(answers).toHaveLength(3);
    expect(answers[2]).toEqual({
      actionId: 'A1-03',
      answer: { score: 3, evidence: 'Note on rivals', evidenceOn: '2025-02-01' },
      confirmed: true,
      asCarried: false,
      carriedFrom: null,
      answeredBy: ann,
      answeredAt: expect.stringMatching(/^2026-01-05T09:/) as string,
      corrections: 0,
      reason: null,
    });
  });

  it('has nothing of another enterprise', async () => {
    expect(await titles({}, { tenant: 'other' })).toEqual(['Of another enterprise']);
    await expect(register.audit(harness.context({ tenant: 'other' }), 'a-2')).rejects.toThrow(
      'There is no audit with the id a-2.',
    );
  });

  it('lists the latest first and pages without leaving any out', async () => {
    expect(await titles({})).toEqual(['Later audit', 'North: 100 %_sure', 'First audit']);
    const page = await list({ limit: 2 });
    expect(page.total).toBe(3);
    expect(await titles({ limit: 2, cursor: page.next! })).toEqual(['First audit']);
    await expect(list({ cursor: 'nonsense' })).rejects.toThrow('cursor');
  });

  it('is narrowed by words, scope, division, state and to one’s own', async () => {
    expect(await titles({ q: 'later' })).toEqual(['Later audit']);
    expect(await titles({ q: '%_' })).toEqual(['North: 100 %_sure']);
    expect(await titles({ scope: 'programme', sort: 'title' })).toEqual(['First audit', 'Later audit']);
    expect(await titles({ divisionId: 'north' })).toEqual(['North: 100 %_sure']);
    expect(await titles({ status: 'under-way' })).toEqual(['First audit']);
    expect(await titles({ status: 'not-started', sort: '-title' })).toEqual(['North: 100 %_sure', 'Later audit']);
    expect(await titles({ status: 'complete' })).toEqual([]);
    expect(await titles({ mine: 'true' }, { actor: ann })).toEqual(['First audit']);
    expect(await titles({ mine: 'true' }, { actor: 'nobody' })).toEqual([]);
  });

  it('counts a correction once, and tells not relevant from 0', async () => {
    await say('a-1', 'A1-02', { notRelevant: true, because: 'No such need' }, 'Agreed with the lead');
    await say('a-1', 'A1-01', { score: 1 }, 'Read again');
    await say('a-1', 'A1-01', { score: 1, evidence: 'Minutes' });
    await harness.whenCaughtUp();
    const { answers, ...facts } = await register.audit(harness.context(), 'a-1');
    expect(facts).toMatchObject({ score: 4, progress: { answered: 2, notRelevant: 1, unanswered: 126 }, version: 8 });
    expect(answers[0]).toMatchObject({
      answer: { score: 1, evidence: 'Minutes' },
      corrections: 1,
      reason: 'Read again',
    });
    expect(answers[1]!.answer).toEqual({ notRelevant: true, because: 'No such need' });
  });

  it('keeps who is assigned now', async () => {
    const body = { auditId: 'a-2', assessorIds: [ann] };
    await harness.commands.run(audit, assign, new AssignAssessors(harness.context(), 'a-2', body));
    await harness.whenCaughtUp();
    expect(await titles({ mine: 'true' }, { actor: ann })).toEqual(['Later audit', 'First audit']);
  });

  it('reads an audit as it stood at a past moment', async () => {
    const { answers } = await register.audit(harness.context(), 'a-1');
    const corrected = new Date(answers[0]!.answeredAt);
    const before = { asAt: new Date(corrected.getTime() - 150_000) };
    const then = await register.audit(harness.context(before), 'a-1');
    expect(then).toMatchObject({ score: 5, progress: { answered: 3, notRelevant: 0 }, version: 5 });
    expect(then.answers[0]!.answer).toEqual({ score: 2 });
    const beforeAnything = { asAt: new Date('2026-01-01T00:00:00Z') };
    await expect(register.audit(harness.context(beforeAnything), 'a-1')).rejects.toThrow('There is no audit');
  });

  it('is complete when every action is answered, not relevant included', async () => {
    for (const { id } of phaseAuditOf(1).actions.slice(3)) await say('a-1', id, { score: 3 });
    await harness.whenCaughtUp();
    expect(await titles({ status: 'complete' })).toEqual(['First audit']);
    expect((await register.audit(harness.context(), 'a-1')).status).toBe('complete');
  });

  it('is the same after a rebuild, history included', () => harness.rebuildGivesSameRows());
});
