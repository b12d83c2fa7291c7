import { readModelHarness, type ReadModelHarness } from '@mainstay/testing';
import type { DomainEvent } from '@mainstay/event-sourcing';
import { actionEvents } from '../action/action.events';
import { actionRegister } from '../action/action-register/action-register.projection';
import { auditEvents } from '../audit/audit.events';
import { auditRegister } from '../audit/audit-register/audit-register.projection';
import { assessmentSettings } from '../settings/settings.projection';
import { settingsEvents } from '../settings/settings.events';
import { ResultsQueries } from './results.queries';

const opened = (title: string, auditDate: string, more: object = {}): DomainEvent => ({
  type: 'assessment.AuditOpened',
  data: { scope: { kind: 'programme' }, title, catalogueVersion: 1, auditDate, ...more },
});
const answered = (actionId: string, to: object): DomainEvent => ({
  type: 'assessment.ActionAnswered',
  data: { actionId, from: null, to },
});

describe('the results of an audit', () => {
  let db: ReadModelHarness;
  let queries: ResultsQueries;
  let beforeSettings: Date;

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [auditRegister, actionRegister, assessmentSettings],
      events: [auditEvents, actionEvents, settingsEvents],
    });
    queries = new ResultsQueries(db.readStore);
    await db.append('assessment.audit', 'a-1', [
      opened('First audit', '2025-03-01', { programmeStartedOn: '2024-09-01' }),
      answered('A1-01', { score: 3, evidence: 'Charter' }),
      answered('A1-02', { score: 1 }),
      answered('A1-03', { notRelevant: true, because: 'One country only.' }),
    ]);
    await db.append('assessment.audit', 'a-2', [
      opened('Later audit', '2026-03-01', { basedOn: 'a-1' }),
      {
        type: 'assessment.AnswersCarriedOver',
        data: {
          fromAuditId: 'a-1',
          answers: [
            { actionId: 'A1-01', answer: { score: 3 }, answeredBy: 'ann', answeredAt: '2025-03-01T10:00:00.000Z' },
            { actionId: 'A1-02', answer: { score: 1 }, answeredBy: 'ann', answeredAt: '2025-03-01T10:00:00.000Z' },
          ],
        },
      },
      { type: 'assessment.AnswerConfirmed', data: { actionId: 'A1-01', answer: { score: 3 }, carriedFrom: 'a-1' } },
    ]);
    await db.append('assessment.audit', 'north', [
      opened('North', '2026-03-01', { scope: { kind: 'division', divisionId: 'north' } }),
      answered('A1-01', { score: 2 }),
    ]);
    const source = (auditId: string) => ({ kind: 'audit-action', auditId, actionId: 'A1-02' });
    const raised = { title: 'Agree the charter', ownerId: 'ines', dueOn: '2026-06-30' };
    await db.append('assessment.action', 'p-1', [
      { type: 'assessment.ActionRaised', data: { ...raised, source: source('a-1') } },
    ]);
    await db.append('assessment.action', 'p-2', [
      { type: 'assessment.ActionRaised', data: { ...raised, source: source('north') } },
    ]);
    await db.whenCaughtUp();
    beforeSettings = new Date(db.context().now.getTime() - 1_000);
    await db.append('assessment.settings', 'acme', [
      {
        type: 'assessment.AssessmentSettingsChanged',
        data: { from: { threshold: 80 }, to: { threshold: 14 }, reason: 'A first step is enough for now' },
      },
    ]);
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('follow from its answers, with its facts and without the answers themselves', async () => {
    const found = await queries.results(db.context(), 'a-1', 80);
    expect(found).toMatchObject({
      audit: { id: 'a-1' },
      threshold: 80,
      overall: { score: 4, maximum: 387, answered: 2, notRelevant: 1, unconfirmed: 0, unanswered: 126 },
      currentPeriod: { phase: 'A', period: 1 },
      road: { phase: 'A' },
      pace: { months: 6, verdict: 'typical' },
      notRelevant: [{ actionId: 'A1-03', because: 'One country only.' }],
    });
    expect(found.audit).not.toHaveProperty('answers');
  });

  it('hold each period against the threshold of the enterprise, now as then, unless another is named', async () => {
    expect((await queries.results(db.context(), 'a-1')).threshold).toBe(14);
    expect((await queries.results(db.context(), 'a-1')).currentPeriod).toEqual({ phase: 'A', period: 2 });
    expect((await queries.results(db.context({ asAt: beforeSettings }), 'a-1')).threshold).toBe(80);
    expect((await queries.results(db.context(), 'a-1', 50)).threshold).toBe(50);
  });

  it('count nothing of what was carried over and not confirmed', async () => {
    const { overall, unconfirmed } = await queries.results(db.context(), 'a-2');
    expect(overall).toMatchObject({ score: 3, answered: 1, unconfirmed: 1, unanswered: 127 });
    expect(unconfirmed).toEqual([{ actionId: 'A1-02' }]);
  });

  it('tell the way that the scope has come, and nothing of another scope', async () => {
    const programme = [
      { id: 'a-1', title: 'First audit', auditDate: '2025-03-01', score: 4, unanswered: 126, unconfirmed: 0 },
      { id: 'a-2', title: 'Later audit', auditDate: '2026-03-01', score: 3, unanswered: 127, unconfirmed: 1 },
    ].map((stop) => ({ ...stop, signedOff: false }));
    expect((await queries.results(db.context(), 'a-2')).trail).toEqual(programme);
    expect(await queries.trail(db.context(), { kind: 'programme' })).toEqual(programme);
    expect((await queries.results(db.context(), 'north')).trail).toHaveLength(1);
  });

  it('name what is done about an action of the scope, from whichever of its audits it came', async () => {
    expect((await queries.results(db.context(), 'a-2')).programmeActions).toEqual([
      {
        id: 'p-1',
        actionId: 'A1-02',
        auditId: 'a-1',
        title: 'Agree the charter',
        ownerId: 'ines',
        dueOn: '2026-06-30',
        state: 'open',
      },
    ]);
  });

  it('are those of the moment looked at', async () => {
    const now = await queries.results(db.context(), 'a-1');
    expect((await queries.results(db.context({ asAt: beforeSettings }), 'a-1', now.threshold)).overall).toEqual(
      now.overall,
    );
    const beforeAnything = db.context({ asAt: new Date('2026-01-01T00:00:00Z') });
    await expect(queries.results(beforeAnything, 'a-1')).rejects.toThrow('There is no audit');
  });
});
