import type { DomainEvent } from '@mainstay/event-sourcing';
import { readModelHarness, type ReadModelHarness } from '@mainstay/testing';
import { auditEvents } from '../audit/audit.events';
import { auditRegister } from '../audit/audit-register/audit-register.projection';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { settingsEvents } from '../settings/settings.events';
import { assessmentSettings } from '../settings/settings.projection';
import { DivisionsQueries } from './divisions.queries';
import { TrendQueries } from './trend.queries';

const opened = (auditDate: string, divisionId?: string, catalogueVersion = 1): DomainEvent => ({
  type: 'assessment.AuditOpened',
  data: {
    scope: divisionId ? { kind: 'division', divisionId } : { kind: 'programme' },
    title: `${divisionId ?? 'programme'} ${auditDate}`,
    catalogueVersion,
    auditDate,
  },
});
const answered = (actionId: string, to: object): DomainEvent => ({
  type: 'assessment.ActionAnswered',
  data: { actionId, from: null, to },
});
const inFull = (score: number) => phaseAuditOf(1).actions.map(({ id }) => answered(id, { score }));

describe('latest audits side by side, and the trend of a scope', () => {
  let db: ReadModelHarness;

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [auditRegister, assessmentSettings],
      events: [auditEvents, settingsEvents],
    });
    await db.append('assessment.audit', 'n-1', [opened('2024-03-01', 'north'), ...inFull(1)]);
    await db.append('assessment.audit', 'n-2', [opened('2025-03-01', 'north'), ...inFull(2)]);
    await db.append('assessment.audit', 'n-3', [opened('2025-12-01', 'north'), answered('A1-01', { score: 3 })]);
    await db.append('assessment.audit', 's-1', [opened('2025-03-01', 'south', 2), answered('A1-01', { score: 0 })]);
    await db.append('assessment.audit', 'p-1', [opened('2025-03-01'), ...inFull(3)]);
    await db.append('assessment.audit', 'w-1', [opened('2025-03-01', 'west')]);
    await db.append('assessment.audit', 'x-1', [opened('2025-03-01', 'east'), ...inFull(3)], { tenant: 'other' });
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('takes of each scope the latest audit answered in full, or else the latest begun', async () => {
    const found = await new DivisionsQueries(db.readStore).sideBySide(db.context());
    expect(found.audits.map(({ id, status }) => [id, status])).toEqual([
      ['p-1', 'complete'],
      ['n-2', 'complete'],
      ['s-1', 'under-way'],
    ]);
    expect(found.catalogueVersion).toBe(2);
    expect(found.standings.map(({ auditId, overall }) => [auditId, overall.score])).toEqual([
      ['p-1', 387],
      ['n-2', 258],
      ['s-1', 0],
    ]);
    expect(found.threshold).toBe(80);
  });

  it('finds gaps between divisions, not between a division and the whole programme', async () => {
    const { gaps } = await new DivisionsQueries(db.readStore).sideBySide(db.context());
    expect(gaps).toEqual([
      {
        actionId: 'A1-01',
        spread: 2,
        judgements: [
          { auditId: 'n-2', state: 'scored', score: 2 },
          { auditId: 's-1', state: 'scored', score: 0 },
        ],
      },
    ]);
  });

  it('is empty, not wrong, where nothing was audited', async () => {
    const none = await new DivisionsQueries(db.readStore).sideBySide(db.context({ tenant: 'nobody' }));
    expect(none).toMatchObject({ audits: [], standings: [], gaps: [] });
  });

  it('tells score and phases of every audit begun, by date, of one scope alone', async () => {
    const trend = new TrendQueries(db.readStore);
    const { points } = await trend.trend(db.context(), 'north');
    expect(points.map(({ auditId, score }) => [auditId, score])).toEqual([
      ['n-1', 129],
      ['n-2', 258],
      ['n-3', 3],
    ]);
    expect(points[1]!.phases[0]).toEqual({ phase: 'A', score: 52, maximum: 78, percent: 66.7 });
    expect(points[2]).toMatchObject({ answered: 1, unanswered: 128, unconfirmed: 0, notRelevant: 0, signedOff: false });
    expect((await trend.trend(db.context())).points.map(({ auditId }) => auditId)).toEqual(['p-1']);
    expect((await trend.trend(db.context(), 'west')).points).toEqual([]);
  });
});
