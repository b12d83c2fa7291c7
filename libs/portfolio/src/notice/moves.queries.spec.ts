import type { ReadModelHarness } from '@mainstay/testing';
import type { AccountEvent } from '../account/account.events';
import { categorised, recategorised } from '../account/account.fixtures';
import { exitFilter, exitPage } from '../account/exit/exit.answers';
import { ExitQueries } from '../account/exit/exit.queries';
import { resourcePage } from '../account/resource/resource.answers';
import { ResourceQueries } from '../account/resource/resource.queries';
import { shippedSet } from '../category/categories';
import { CategoriesQueries } from '../category/categories.queries';
import { MoveEffectQueries } from '../category/move-effect';
import { enterpriseEvents, portfolioHarness, register } from '../testing/portfolio';
import { NoticeQueries } from './notice.queries';

const page = { limit: 50 };
const point = { id: 'tell', text: 'Tell them', ownerId: 'kim', dueOn: '2026-06-01' };

/** Star from 2024 on, not key from June 2026 on: with 40 hours a month to the account b, and one point to be seen to. */
const leaves = (concerned: string[]): AccountEvent[] => {
  const decision = recategorised('star', 'not-key', '2026-06-01');
  const data = { ...decision.data, concerned, checkOn: '2026-08-30' };
  return [
    {
      ...decision,
      data: { ...data, resources: [{ kind: 'hours', amount: 40, from: 'a', to: 'b' }] },
    } as AccountEvent,
    {
      type: 'portfolio.ExitOpened',
      data: { from: 'star', to: 'not-key', effectiveOn: '2026-06-01', points: [point, { ...point, id: 'free' }] },
    },
  ];
};

describe('what follows from a decision on a category', () => {
  let db: ReadModelHarness;
  let exits: ExitQueries;
  let resources: ResourceQueries;
  let notices: NoticeQueries;
  let categories: CategoriesQueries;
  let decided: Date;
  const july = new Date('2026-07-01T00:00:00Z');
  const head = (now = july) => db.context({ actor: 'dora', roles: ['division-head'], now });

  beforeAll(async () => {
    db = await portfolioHarness();
    [exits, resources, notices] = [
      new ExitQueries(db.readStore),
      new ResourceQueries(db.readStore),
      new NoticeQueries(db.readStore),
    ];
    categories = new CategoriesQueries(db.readStore);
    await db.append('portfolio.enterprise', 'acme', enterpriseEvents);
    await db.append('portfolio.account', 'a', [
      register('ALD', { divisionIds: ['nord'] }),
      categorised('star', '2024-01-01'),
    ]);
    await db.append('portfolio.account', 'b', [register('BIR', { name: 'Birch', divisionIds: ['sued'] })]);
    ({ recorded: decided } = await db.append('portfolio.account', 'a', leaves(['dora', 'kim', 'mary']), {
      actor: 'mary',
    }));
    const settled = {
      exit: 4,
      point: 'tell',
      text: 'Tell them',
      from: { state: 'open', note: '' },
      to: { state: 'done', note: 'Met' },
    };
    await db.append('portfolio.account', 'a', [{ type: 'portfolio.ExitPointSettled', data: settled }], {
      actor: 'kim',
    });
    const checked = {
      decision: 3,
      line: 0,
      promised: { kind: 'hours', amount: 40, from: 'a', to: 'b' },
      from: null,
      to: { moved: 10, note: 'Slow' },
    };
    await db.append('portfolio.account', 'a', [{ type: 'portfolio.ResourceChecked', data: checked }]);
    await db.append('portfolio.notices', 'dora', [{ type: 'portfolio.NoticesRead', data: { noticeIds: ['a.3'] } }]);
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('is an exit with every point, who settled it, and whether it is complete', async () => {
    expect(await exits.of(head(), 'a')).toMatchObject([
      {
        exit: 4,
        from: 'star',
        to: 'not-key',
        stands: true,
        complete: false,
        points: [
          { id: 'tell', state: 'done', note: 'Met', settledBy: 'kim' },
          { id: 'free', state: 'open', settledBy: null },
        ],
      },
    ]);
    expect(await exits.of(head(), 'b')).toBeUndefined();
  });

  it('is a line among the exits, late once a point is due', async () => {
    const { items } = await exits.lines(head(), exitPage.parse({ state: 'overdue' }));
    expect(items).toMatchObject([{ accountId: 'a', points: 2, settled: 1, overdue: 1, nextDueOn: '2026-06-01' }]);
    expect((await exits.lines(head(), exitPage.parse({ state: 'complete' }))).items).toEqual([]);
    expect(
      (await exits.lines(head(new Date('2026-05-01T00:00:00Z')), exitPage.parse({ state: 'overdue' }))).items,
    ).toEqual([]);
  });

  it('is a resource held against what moved; another division’s account has no name for its head', async () => {
    const { items, totals } = await resources.promises(head(), resourcePage.parse({ state: 'not-kept' }));
    expect(items).toMatchObject([
      {
        accountId: 'a',
        amount: 40,
        moved: 10,
        note: 'Slow',
        from: { name: 'Alder Foods' },
        to: { id: 'b', name: null },
      },
    ]);
    expect(totals).toEqual([{ kind: 'hours', lines: 1, promised: 40, checked: 40, moved: 10 }]);
    const all = await resources.promises(db.context({ now: july }), resourcePage.parse({}));
    expect(all.items[0]).toMatchObject({ to: { id: 'b', name: 'Birch' } });
    const before = await resources.promises(db.context({ now: july, asAt: decided }), resourcePage.parse({}));
    expect(before.items).toMatchObject([{ moved: null, state: 'open', checkOn: '2026-08-30' }]);
  });

  it('is a notice to each whom it concerns but whoever decided; read by one is not read by the other', async () => {
    const kim = await notices.own(db.context({ actor: 'kim' }), page);
    expect(kim).toMatchObject({
      total: 1,
      unread: 1,
      items: [{ id: 'a.3', kind: 'moved', to: 'not-key', by: 'mary' }],
    });
    expect(await notices.own(head(), page)).toMatchObject({ total: 1, unread: 0 });
    expect(await notices.own(head(), { ...page, unread: 'true' })).toMatchObject({ items: [] });
    expect(await notices.own(db.context({ actor: 'mary' }), page)).toMatchObject({ total: 0 });
    expect(await notices.known(db.context({ actor: 'kim' }), ['a.3', 'b.1'])).toEqual(['a.3']);
  });

  it('counts accounts by category, and keeps the names of what was retired', async () => {
    const renamed = shippedSet.categories.map((one) => (one.id === 'star' ? { ...one, name: 'Climbers' } : one));
    const kept = renamed.filter(({ id }) => id !== 'streamline');
    const data = {
      version: 2,
      categories: kept,
      effectiveOn: '2026-01-01',
      reason: 'Ours',
      from: { version: 1, categories: [...shippedSet.categories] },
      retired: ['streamline'],
    };
    const { recorded } = await db.append('portfolio.categories', 'acme', [{ type: 'portfolio.CategoriesSet', data }]);
    await db.whenCaughtUp();
    const now = await categories.all(db.context({ now: july }));
    expect(now).toMatchObject({
      inForce: 2,
      former: [{ id: 'streamline', name: 'Streamline' }],
      latest: { version: 2 },
    });
    expect(now.items.find(({ id }) => id === 'star')).toMatchObject({ name: 'Climbers' });
    const before = await categories.all(db.context({ now: july, asAt: new Date(recorded.getTime() - 1) }));
    expect(before).toMatchObject({ inForce: 1, former: [] });
    expect((await categories.known(db.context({ now: july }))).nameOf('streamline')).toBe('Streamline');
    expect(await categories.occupied(db.context())).toMatchObject({ prospect: 1 });
  });

  it('tells before a move what it does to the programme, the category and the manager, to a division head without capacities', async () => {
    const effects = new MoveEffectQueries(db.readStore);
    const effect = await effects.effect(db.context({ now: july }), 'a', 'strategic', '2025-06-01');
    expect(effect).toMatchObject({
      // The decision to leave is made ahead, and has not taken effect: the account is a star still.
      direction: 'up',
      programme: { before: 1, after: 1, capacity: 2 },
      category: { before: 0, after: 1, capacity: null },
      manager: { personId: 'kim', before: 33, after: 50 },
      entry: [
        { id: 'minAttractiveness', asks: 5, has: null, met: false },
        { id: 'minStanding', asks: 5, has: null, met: false },
      ],
      over: [],
    });
    expect(await effects.effect(head(), 'a', 'strategic')).toMatchObject({ programme: { capacity: null } });
    expect(await effects.effect(head(), 'b', 'strategic')).toBeUndefined();
  });

  it('is paged in every order without a line lost or twice, those without a value last, totals over all pages', async () => {
    for (const [index, name] of ['Cedar', 'Aspen', 'birch'].entries()) {
      const id = `p${index}`;
      await db.append('portfolio.account', id, [
        register(`P${index}`, { name }),
        categorised('star', '2024-01-01'),
        ...leaves(['kim']),
      ]);
    }
    await db.append('portfolio.account', 'p1', [
      ...['tell', 'free'].map((point) => ({
        type: 'portfolio.ExitPointSettled',
        data: { exit: 4, point, text: point, from: { state: 'open', note: '' }, to: { state: 'done', note: '' } },
      })),
    ]);
    await db.whenCaughtUp();
    const context = db.context({ now: july });
    const walk = async <Line>(
      read: (cursor?: string) => Promise<{ items: Line[]; next: string | null; total: number }>,
    ) => {
      const lines: Line[] = [];
      for (let cursor: string | undefined; ;) {
        const { items, next, total } = await read(cursor);
        expect(total).toBe(4);
        lines.push(...items);
        if (!next) return lines;
        cursor = next;
      }
    };
    for (const sort of ['next', 'account', 'effectiveOn', 'seen', 'overdue']) {
      for (const order of [sort, `-${sort}`]) {
        const all = await exits.lines(context, exitPage.parse({ sort: order }));
        const paged = await walk((cursor) => exits.lines(context, exitPage.parse({ sort: order, cursor, limit: 1 })));
        expect(paged).toEqual(all.items);
        expect(await exits.all(context, exitFilter.parse({ sort: order }))).toEqual(all.items);
        if (sort === 'next') expect(paged.at(-1)).toMatchObject({ name: 'Aspen', nextDueOn: null });
      }
    }
    const { items } = await exits.lines(context, exitPage.parse({ sort: 'account' }));
    expect(items.map(({ name }) => name)).toEqual(['Alder Foods', 'Aspen', 'birch', 'Cedar']);
    for (const sort of ['due', '-account', 'moved', '-state', 'checkOn']) {
      const all = await resources.promises(context, resourcePage.parse({ sort }));
      const paged = await walk((cursor) => resources.promises(context, resourcePage.parse({ sort, cursor, limit: 1 })));
      expect(paged).toEqual(all.items);
      expect(all.totals).toEqual([{ kind: 'hours', lines: 4, promised: 160, checked: 40, moved: 10 }]);
    }
    expect(await resources.all(context, {})).toHaveLength(4);
    await expect(exits.lines(context, exitPage.parse({ cursor: 'page-2' }))).rejects.toThrow('cursor: must come');
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
