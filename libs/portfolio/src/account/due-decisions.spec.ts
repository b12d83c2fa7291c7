import type { ReadModelHarness } from '@mainstay/testing';
import { Client } from 'pg';
import { portfolioHarness, register } from '../testing/portfolio';
import { categorised, recategorised } from './account.fixtures';
import { CATEGORY_MOVES } from './category-moves';
import { type AcrossTenants, CALENDAR, takeDueDecisions } from './due-decisions';

describe('decisions made ahead', () => {
  let harness: ReadModelHarness;
  let client: Client;
  const ask: AcrossTenants = async <Row>(sql: string, values: readonly unknown[]) =>
    (await client.query(sql, [...values])).rows as Row[];
  const due = async (day: string) => {
    await harness.whenCaughtUp();
    return takeDueDecisions(ask, harness.commands, new Date(`${day}T06:00:00Z`));
  };
  const category = (tenant: string) =>
    harness.read((manager) => manager.query('select category, coming_on::text as "comingOn" from account'), { tenant });

  beforeAll(async () => {
    harness = await portfolioHarness();
    client = new Client({ connectionString: harness.urls.projector });
    await client.connect();
    for (const tenant of ['acme', 'other']) {
      const events = [register('ALD', {}), categorised('star', '2024-01-01')];
      const ahead = recategorised('star', 'strategic', tenant === 'acme' ? '2026-06-01' : '2026-07-01');
      await harness.append('portfolio.account', 'a', [...events, ahead], { tenant });
    }
  });
  afterAll(async () => {
    await client.end();
    await harness.close();
  });

  it('wait, and are shown as coming', async () => {
    expect(await due('2026-05-31')).toBe(0);
    expect(await category('acme')).toEqual([{ category: 'star', comingOn: '2026-06-01' }]);
  });

  it('take effect by themselves when their day has come, in each tenant on its own, and once', async () => {
    const before = await harness.store.head();
    expect(await due('2026-06-01')).toBe(1);
    await harness.whenCaughtUp();
    const { events } = await harness.store.readFeed(before, 10);
    expect(events).toMatchObject([
      { tenant: 'acme', type: 'portfolio.CategoryTookEffect', metadata: { actor: CALENDAR } },
    ]);
    expect(await due('2026-06-01')).toBe(0);
    expect(await category('other')).toEqual([{ category: 'star', comingOn: '2026-07-01' }]);
  });

  it('are among the moves of the portfolio, in the order of the business whatever the order of recording', async () => {
    await harness.append('portfolio.account', 'a', [recategorised('star', 'status', '2025-03-01')]);
    const correction = {
      decision: 2,
      from: { category: 'star', effectiveOn: '2024-01-01' },
      to: null,
      reason: 'Never',
    };
    const moves = () =>
      harness.read((manager) =>
        manager.query(
          `select effective_on::text as day, from_category as "from", to_category as "to", first from ${CATEGORY_MOVES} as moved
           order by effective_on`,
        ),
      );
    expect(await moves()).toEqual([
      { day: '2024-01-01', from: 'prospect', to: 'star', first: true },
      { day: '2025-03-01', from: 'star', to: 'status', first: false },
      { day: '2026-06-01', from: 'status', to: 'strategic', first: false },
    ]);
    await harness.append('portfolio.account', 'a', [{ type: 'portfolio.CategoryDecisionCorrected', data: correction }]);
    expect(await moves()).toEqual([
      { day: '2025-03-01', from: 'prospect', to: 'status', first: true },
      { day: '2026-06-01', from: 'status', to: 'strategic', first: false },
    ]);
  });

  it('read the same after a rebuild', () => harness.rebuildGivesSameRows());
});
