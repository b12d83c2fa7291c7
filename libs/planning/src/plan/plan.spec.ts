import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import { plan, type RecordReview, review, type Revise, revise } from './plan';
import type { PlanContent } from './plan-content';
import type { PlanEvent } from './plan.events';
import { samplePlan } from './sample-plan.fixture';

const accountId = 'account-1';
const context = {
  tenant: 'north',
  actor: 'kim',
  roles: ['key-account-manager'],
  correlation: 'test',
  now: new Date('2025-06-15T09:00:00Z'),
} satisfies RequestContext;
const lead = { leads: true, sponsors: false };
const nobody = { leads: false, sponsors: false };
const content = samplePlan();
const saving = (over: Partial<PlanContent> = {}, rest: Partial<Revise> = {}): Revise => ({
  accountId,
  content: { ...content, ...over },
  reason: 'Half-year talk',
  part: lead,
  ...rest,
});
const given = (...events: PlanEvent[]) =>
  events.reduce((state, event) => plan.evolve(state, event as Recorded<PlanEvent>), plan.initial);
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

const [first] = revise(plan.initial, saving({}, { reason: '' }), context) as [PlanEvent];
const reviewedOn = (day: string, note = 'Still holds'): RecordReview => ({
  accountId,
  reviewedOn: day,
  note,
  part: lead,
});

describe('saving a plan', () => {
  it('makes the first document revision 1, with no reason asked', () => {
    expect(first).toEqual({
      type: 'planning.PlanRevised',
      data: { accountId, revision: 1, from: null, reason: '', content, changes: [] },
    });
  });

  it('makes every later one the next revision, with what changed and why', () => {
    expect(revise(given(first), saving({ revenuePlan: 'We treble it.' }), context)).toEqual([
      {
        type: 'planning.PlanRevised',
        data: expect.objectContaining({
          revision: 2,
          from: 1,
          reason: 'Half-year talk',
          changes: [
            expect.objectContaining({ section: 'revenuePlan', before: content.revenuePlan, after: 'We treble it.' }),
          ],
        }),
      },
    ]);
  });

  it('refuses a later revision without a reason', () => {
    const unexplained = saving({ revenuePlan: 'We treble it.' }, { reason: '' });
    expect(() => revise(given(first), unexplained, context)).toThrow(refusal('plan.reason-missing'));
  });

  it('does nothing where the document says the same, whatever order the forecast comes in', () => {
    expect(revise(given(first), saving({}, { reason: '' }), context)).toEqual([]);
    expect(revise(given(first), saving({ forecast: content.forecast.toReversed() }), context)).toEqual([]);
  });
});

describe('the horizon of a plan', () => {
  it('may be three years', () => {
    expect(revise(given(), saving({ horizonYears: 3 }), context)).toHaveLength(1);
  });
  it('may not be shorter', () => {
    const short = saving({ horizonYears: 2, forecast: [] });
    expect(() => revise(given(), short, context)).toThrow(refusal('plan.horizon-too-short'));
  });
  it('is no change where it stays', () => {
    expect(revise(given(first), saving({ horizonYears: content.horizonYears }), context)).toEqual([]);
  });
});

describe('a sound document', () => {
  const [cell] = content.forecast;
  const [action, other] = content.actions;
  it.each<[string, Partial<PlanContent>, string]>([
    [
      'a forecast over more years than its horizon',
      { forecast: [cell!, { ...cell!, year: 2028 }] },
      'plan.forecast-outside-horizon',
    ],
    [
      'two forecasts of one division and year',
      { forecast: [cell!, { ...cell!, revenue: 1 }] },
      'plan.forecast-repeated',
    ],
    ['two actions of one id', { actions: [action!, { ...other!, id: action!.id }] }, 'plan.id-repeated'],
    ['an action for an objective it does not have', { objectives: [] }, 'plan.objective-unknown'],
  ])('may not have %s', (_, over, code) => {
    expect(() => revise(given(), saving(over), context)).toThrow(refusal(code));
  });

  it('may forecast every year of its horizon, and the same year for several divisions', () => {
    const forecast = [2025, 2026, 2027].flatMap((year) =>
      ['d-1', 'd-2'].map((divisionId) => ({ ...cell!, year, divisionId })),
    );
    expect(revise(given(), saving({ forecast }), context)).toHaveLength(1);
  });
});

describe('who writes a plan', () => {
  const may = (over: Partial<RequestContext>, part = nobody, state = given(first)) =>
    revise(state, saving({ revenuePlan: 'New' }, { part }), { ...context, ...over });

  it('is the lead of the account, the head of the unit, or a team member with an action in it', () => {
    expect(may({}, lead)).toHaveLength(1);
    expect(may({ roles: ['kam-unit-head'] })).toHaveLength(1);
    expect(may({ roles: ['kam-team-member'], actor: 'p-1' })).toHaveLength(1);
  });

  it('is no other key account manager, no team member without an action, no sponsor and no Board member', () => {
    expect(() => may({})).toThrow(refusal('plan.not-yours'));
    expect(() => may({ roles: ['kam-team-member'], actor: 'p-9' })).toThrow(refusal('plan.not-yours'));
    expect(() => may({ roles: ['kam-team-member'], actor: 'p-1' }, nobody, given())).toThrow(refusal('plan.not-yours'));
    expect(() => may({ roles: ['board-member', 'executive-sponsor'] }, { leads: true, sponsors: true })).toThrow(
      refusal('plan.not-yours'),
    );
  });
});

describe('reviewing a plan', () => {
  const reviewed = review(given(first), reviewedOn('2025-06-01'), context) as [PlanEvent];

  it('records the day, the revision gone through and the day before', () => {
    const data = { accountId, revision: 1, reviewedOn: '2025-06-01', from: null, note: 'Still holds' };
    expect(reviewed).toEqual([{ type: 'planning.PlanReviewed', effectiveOn: '2025-06-01', data }]);
    expect(review(given(first, ...reviewed), reviewedOn('2025-06-10'), context)).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ from: '2025-06-01' }) }),
    ]);
  });

  it('may be said by the sponsor and the head of the unit too, and by nobody else', () => {
    const by = (roles: RequestContext['roles'], part = nobody) =>
      review(given(first), { ...reviewedOn('2025-06-01'), part }, { ...context, roles });
    expect(by(['executive-sponsor'], { leads: false, sponsors: true })).toHaveLength(1);
    expect(by(['kam-unit-head'])).toHaveLength(1);
    expect(() => by(['executive-sponsor'])).toThrow(refusal('plan.review-not-yours'));
    expect(() => by(['key-account-manager'])).toThrow(refusal('plan.review-not-yours'));
  });

  it('refuses a day to come, a day before the last review, and a plan that is not there', () => {
    expect(() => review(given(first), reviewedOn('2025-06-17'), context)).toThrow(refusal('plan.review-in-future'));
    expect(() => review(given(first, ...reviewed), reviewedOn('2025-05-31'), context)).toThrow(
      refusal('plan.review-out-of-order'),
    );
    expect(() => review(given(), reviewedOn('2025-06-01'), context)).toThrow(refusal('plan.not-found'));
  });

  it('does nothing when said twice', () => {
    expect(review(given(first, ...reviewed), reviewedOn('2025-06-01'), context)).toEqual([]);
  });

  it('stays known when the plan is revised afterwards', () => {
    const [second] = revise(given(first, ...reviewed), saving({ revenuePlan: 'New' }), context) as [PlanEvent];
    expect(given(first, ...reviewed, second)).toMatchObject({ revision: 2, lastReview: { on: '2025-06-01' } });
  });
});
