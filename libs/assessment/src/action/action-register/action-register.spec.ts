import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { idFrom } from '@mainstay/event-sourcing';
import { change, move, raise, type RaiseBody } from '../action';
import { action } from '../action';
import { actionEvents } from '../action.events';
import { ChangeAction, MoveAction, RaiseAction } from '../action.commands';
import { type ActionPage, actionPage } from './action-list';
import { actionRegister } from './action-register.projection';
import { ActionRegister } from './action-register.queries';

describe('the register of programme actions', () => {
  let db: ReadModelHarness;
  let register: ActionRegister;
  const ids: Record<string, string> = {};

  const raised = async (title: string, more: Partial<RaiseBody> = {}) => {
    const id = (ids[title] = idFrom('action', title));
    const body = { title, ownerId: 'ines', dueOn: '2026-06-30', source: { kind: 'own' }, ...more } as RaiseBody;
    await db.commands.run(action, raise, new RaiseAction(db.context(), id, body));
    return id;
  };
  const moved = (actionId: string, body: object) =>
    db.commands.run(action, move, new MoveAction(db.context(), actionId, { actionId, ...body } as never));
  const list = async (query: Partial<ActionPage> = {}, asAt?: Date) => {
    await db.whenCaughtUp();
    return register.page(db.context({ asAt }), actionPage.parse(query));
  };
  const titles = async (query: Partial<ActionPage>) => (await list(query)).items.map(({ title }) => title);

  beforeAll(async () => {
    db = await readModelHarness({ projections: [actionRegister], events: [actionEvents] });
    register = new ActionRegister(db.readStore);
    await raised('Charter', {
      dueOn: '2025-12-31',
      divisionId: 'north',
      source: { kind: 'audit-action', auditId: 'audit-1', actionId: 'A1-02' },
    });
    await raised('Budget', { ownerId: 'jonas', dueOn: '2026-03-31', description: 'For two years' });
    await raised('Academy', {
      dueOn: '2026-09-30',
      source: { kind: 'organisation-cell', assessmentId: 'org-1', element: 'skills', group: 'sales' },
    });
    await raised('Newsletter');
    await moved(ids['Budget']!, { state: 'under-way' });
    await moved(ids['Academy']!, { state: 'done', evidence: 'First course held', doneOn: '2026-01-04' });
    await moved(ids['Newsletter']!, { state: 'dropped', reason: 'Nobody reads it' });
  });
  afterAll(() => db.close());

  it('lists what is awaited by date, what is finished last, with what is open, under way, done, dropped and overdue', async () => {
    const { items, total, counts } = await list();
    expect(items.map(({ title, overdue }) => [title, overdue])).toEqual([
      ['Charter', true],
      ['Budget', false],
      ...items.slice(2).map(({ title }) => [title, false]),
    ]);
    expect(items.slice(2).every(({ state }) => state === 'done' || state === 'dropped')).toBe(true);
    expect({ total, counts }).toEqual({
      total: 4,
      counts: { open: 1, underWay: 1, done: 1, dropped: 1, overdue: 1 },
    });
  });

  it('narrows by words, owner, state, source, division and being overdue', async () => {
    expect(await titles({ q: 'two years' })).toEqual(['Budget']);
    expect(await titles({ ownerId: 'jonas' })).toEqual(['Budget']);
    expect(await titles({ state: 'unfinished' })).toEqual(['Charter', 'Budget']);
    expect(await titles({ state: 'dropped' })).toEqual(['Newsletter']);
    expect(await titles({ source: 'organisation-cell' })).toEqual(['Academy']);
    expect(await titles({ sourceId: 'audit-1' })).toEqual(['Charter']);
    expect(await titles({ divisionId: 'north' })).toEqual(['Charter']);
    expect(await titles({ overdue: 'true' })).toEqual(['Charter']);
    expect(await titles({ overdue: 'false', state: 'unfinished' })).toEqual(['Budget']);
  });

  it('goes on page by page where the page before ended', async () => {
    const first = await list({ sort: '-title', limit: 3 });
    const second = await list({ sort: '-title', limit: 3, cursor: first.next! });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      'Newsletter',
      'Charter',
      'Budget',
      'Academy',
    ]);
    expect(second.next).toBeNull();
  });

  it('exports every action of the same filter', async () => {
    const found = [];
    for await (const { title } of register.all(db.context(), actionPage.parse({ state: 'unfinished' })))
      found.push(title);
    expect(found).toEqual(['Charter', 'Budget']);
  });

  it('shows one with its evidence, and refuses an id that is not there', async () => {
    expect(await register.action(db.context(), ids['Academy']!)).toMatchObject({
      state: 'done',
      evidence: 'First course held',
      doneOn: '2026-01-04',
      source: { kind: 'organisation-cell', element: 'skills' },
    });
    await expect(register.action(db.context(), 'none')).rejects.toThrow('There is no action with the id none.');
  });

  it('shows it as it was before it was changed, and forgets evidence once it is taken up again', async () => {
    const id = await raised('Mandate');
    await db.whenCaughtUp();
    const before = new Date(db.context().now.getTime() - 1_000);
    const body = { actionId: id, title: 'Mandate of the lead', ownerId: 'mei', reason: 'Knows it best' };
    await db.commands.run(action, change, new ChangeAction(db.context(), id, body));
    await moved(id, { state: 'done', evidence: 'Signed' });
    await moved(id, { state: 'open', reason: 'Not signed after all' });
    await db.whenCaughtUp();
    expect(await register.action(db.context(), id)).toMatchObject({
      title: 'Mandate of the lead',
      ownerId: 'mei',
      state: 'open',
      evidence: null,
      doneOn: null,
      reason: 'Not signed after all',
    });
    expect(await register.action(db.context({ asAt: before }), id)).toMatchObject({
      title: 'Mandate',
      ownerId: 'ines',
    });
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
