import type { Decision, Portfolio } from '../facts';
import { actionsTile } from './actions';
import { capacityTile } from './capacity';
import { plansTile } from './plans';
import { keyAccountsByMonth, portfolioTile } from './portfolio';
import { recategorisationsTile } from './recategorisations';
import { roadTile, standing } from './road';

const decision = (
  effectiveOn: string,
  from: Decision['from'],
  to: Decision['to'],
  first = false,
  count = 1,
): Decision => ({
  effectiveOn,
  from,
  to,
  first,
  count,
});
const portfolio: Portfolio = {
  today: '2026-03-15',
  byCategory: [
    { category: 'strategic', accounts: 3, spend: 600 },
    { category: 'streamline', accounts: 1, spend: 200 },
    { category: 'not-key', accounts: 4, spend: 200 },
  ],
  decisions: [
    decision('2025-02-01', 'star', 'status'),
    decision('2025-06-10', 'prospect', 'strategic', true, 2),
    decision('2025-11-30', 'strategic', 'not-key'),
    decision('2026-01-20', 'not-key', 'streamline'),
    decision('2026-04-01', 'streamline', 'star'),
  ],
};

describe('the portfolio tile', () => {
  it('says how many accounts are key, what they bring and how many moved', () => {
    const tile = portfolioTile(portfolio);
    expect(tile.sentence).toBe(
      '4 of 8 accounts are key and bring 80 % of the spend; 2 recategorisations in the last 12 months.',
    );
    expect(tile).toMatchObject({ value: 4, of: 8 });
  });

  it('opens into lists that add up to what it says', () => {
    const { parts, of, madeOf } = portfolioTile(portfolio);
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(of);
    expect(madeOf).toEqual({ list: 'accounts', filters: { category: 'strategic,star,status,streamline' } });
  });

  it('takes the number of key accounts back in time decision by decision', () => {
    const points = keyAccountsByMonth(portfolio);
    const on = (day: string) => points.find((point) => point.on === day)?.value;
    expect(points).toHaveLength(13);
    expect([on('2025-05-31'), on('2025-06-30'), on('2025-11-30'), on('2026-01-31'), on('2026-03-15')]).toEqual([
      2, 4, 3, 4, 4,
    ]);
  });

  it('says so while there is nothing to count', () => {
    expect(portfolioTile({ today: '2026-03-15', byCategory: [], decisions: [] })).toMatchObject({
      value: null,
      sentence: 'No account is registered yet.',
    });
  });
});

describe('the capacity tile', () => {
  it.each([
    [null, 'neutral', '4 key accounts; the enterprise has not said how many it can serve.'],
    [3, 'attention', '4 key accounts against a capacity of 3: 1 more than the programme can serve.'],
    [4, 'good', '4 key accounts: exactly what the programme can serve.'],
    [6, 'good', '4 key accounts against a capacity of 6: room for 2 more.'],
  ])('holds key accounts against a capacity of %p', (capacity, verdict, sentence) => {
    expect(capacityTile({ ...portfolio, capacity, partial: false })).toMatchObject({
      verdict,
      sentence,
      value: 4,
      of: capacity,
    });
  });

  it('holds a part of the accounts against nothing', () => {
    expect(capacityTile({ ...portfolio, capacity: null, partial: true }).sentence).toBe(
      '4 key accounts in the divisions that you head.',
    );
  });
});

describe('the recategorisations tile', () => {
  it('counts what took effect this year, without first decisions and without the future', () => {
    const tile = recategorisationsTile(portfolio);
    expect(tile.value).toBe(1);
    expect(tile.sentence).toBe(
      '1 recategorisation this year, 0 out of the key accounts and 1 into them; by this day last year it was 1.',
    );
    expect(tile.madeOf).toEqual({
      list: 'history',
      filters: { kind: 'recategorisation', effectiveFrom: '2026-01-01', effectiveTo: '2026-03-15' },
    });
  });

  it('says so when nothing moved', () => {
    expect(recategorisationsTile({ ...portfolio, decisions: [] }).sentence).toBe(
      'No recategorisation this year; by this day last year it was 0.',
    );
  });
});

describe('the road tile', () => {
  const audited = (auditDate: string, score: number, unanswered = 0, unconfirmed = 0, signedOff = false) => ({
    id: auditDate,
    auditDate,
    score,
    unanswered,
    unconfirmed,
    signedOff,
  });

  it('says where the programme stands and how far it came', () => {
    const audits = [audited('2025-01-01', 80), audited('2026-02-03', 130)];
    const tile = roadTile({ audits, maximum: 387, currentPeriod: 'Introducing: Roll-out' });
    expect(tile).toMatchObject({ value: 130, of: 387, verdict: 'good', madeOf: { list: 'audits', id: '2026-02-03' } });
    expect(tile.sentence).toBe('130 of 387 on the road, 50 up since 1 January 2025; now in Introducing: Roll-out.');
  });

  it('points out a programme that fell back', () => {
    const audits = [audited('2025-01-01', 80), audited('2026-02-03', 70, 4)];
    expect(roadTile({ audits, maximum: 387, currentPeriod: null })).toMatchObject({
      verdict: 'attention',
      sentence:
        '70 of 387 on the road, 10 down since 1 January 2025; every period has been reached; 4 of the actions are still unanswered.',
    });
  });

  it('takes an audit with carried answers that nobody confirmed for one not answered in full, and says so; one signed off stands', () => {
    const signed = audited('2026-02-03', 60, 9, 0, true);
    expect(standing([audited('2025-01-01', 80), signed]).at(-1)).toEqual(signed);
    const [before, now] = [audited('2025-01-01', 80), audited('2026-02-03', 20, 2, 100)];
    expect(standing([before, now])).toEqual([before]);
    expect(roadTile({ audits: standing([now]), maximum: 387, currentPeriod: 'Scoping: Awareness' }).sentence).toBe(
      '20 of 387 on the road; now in Scoping: Awareness; 2 of the actions are still unanswered; 100 carried over and not yet confirmed.',
    );
  });

  it('says so before the first audit', () => {
    expect(roadTile(null)).toMatchObject({ value: null, sentence: 'The programme has not been audited yet.' });
  });

  it('goes by audits answered in full, so that one just opened is no fall to nothing', () => {
    const done = audited('2025-01-01', 80);
    expect(standing([done, audited('2026-02-03', 5, 120)])).toEqual([done]);
    expect(standing([audited('2026-02-03', 0, 129), audited('2026-02-04', 5, 120)])).toEqual([
      audited('2026-02-04', 5, 120),
    ]);
  });
});

describe('the plans tile', () => {
  const plans = { live: 5, stale: 2, none: 1, overdueActions: 0, reviewDays: 90, liveByMonth: [] };

  it('says how many plans are live, stale and missing', () => {
    const tile = plansTile(plans);
    expect(tile).toMatchObject({ value: 5, of: 8, verdict: 'attention' });
    expect(tile.sentence).toBe(
      '5 of 8 accounts have a plan revised or reviewed in the last 90 days; 2 are stale, 1 missing.',
    );
  });

  it('is content when every plan is live, and expects none without key accounts', () => {
    expect(plansTile({ ...plans, stale: 0, none: 0 }).verdict).toBe('good');
    expect(plansTile({ ...plans, live: 0, stale: 0, none: 0 })).toMatchObject({ value: null, verdict: 'neutral' });
  });
});

describe('the actions tile', () => {
  it.each([
    [0, 0, null, 'good', 'No action of a plan is open.'],
    [4, 0, null, 'good', 'None of 4 open actions of the plans is overdue.'],
    [
      4,
      1,
      '2026-01-02',
      'attention',
      '1 of 4 open actions is overdue with 1 owner; the oldest was due on 2 January 2026.',
    ],
  ])('tells %p open and %p overdue', (open, overdue, oldestDueOn, verdict, sentence) => {
    expect(actionsTile({ open, overdue, owners: 1, oldestDueOn, overdueByMonth: [] })).toMatchObject({
      verdict,
      sentence,
    });
  });
});
