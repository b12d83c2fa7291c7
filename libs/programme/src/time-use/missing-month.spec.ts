import { assessmentEvents, assessmentProjections } from '@mainstay/assessment';
import type { RequestContext, Role } from '@mainstay/event-sourcing';
import { portfolioEvents, portfolioProjections } from '@mainstay/portfolio';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { ownMissingMonth } from './missing-month';

const activities =
  'relationships implementation planning selling commercial-alignment problem-solving capability brand reporting training team other';
const shares = Object.fromEntries(activities.split(' ').map((id, index) => [id, index === 0 ? 45 : 5]));

describe('the month that a manager has said nothing about', () => {
  let db: ReadModelHarness;
  const missing = (actor: string, over: Partial<RequestContext> = {}, role: Role = 'key-account-manager') => {
    const context = db.context({ actor, roles: [role], now: new Date('2026-03-05T09:00:00Z'), ...over });
    return db.read((manager) => ownMissingMonth(manager, context), context);
  };
  const record = (personId: string, period: string) =>
    db.append('assessment.time-record', `${personId}-${period}`, [
      {
        type: 'assessment.TimeRecorded',
        data: { personId, period, profileVersion: 1, shares, sellingDrivers: [] },
      },
    ]);

  beforeAll(async () => {
    db = await readModelHarness({
      projections: [...portfolioProjections, ...assessmentProjections],
      events: [portfolioEvents, assessmentEvents],
    });
    await record('ann', '2026-01');
    await record('ben', '2026-W06');
    await record('cid', '2026-02');
  });
  afterAll(() => db.close());

  it('is the last that has ended', async () => {
    expect(await missing('ann')).toBe('2026-02');
  });

  it('is none once it was told, as a month or by its weeks', async () => {
    expect([await missing('ben'), await missing('cid')]).toEqual([null, null]);
  });

  it('is none for whoever leads no account and has never recorded any, or is no manager', async () => {
    expect(await missing('dot')).toBeNull();
    expect(await missing('ann', {}, 'kam-unit-head')).toBeNull();
  });

  it('is that of the moment read', async () => {
    expect(await missing('ann', { asAt: new Date('2026-02-20T09:00:00Z') })).toBeNull();
  });
});
