import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { given, refusal } from '../testing/domain';
import { changeView, chooseDefault, deleteView, listViews, type ListViewEvent, saveView } from './list-views';
import { listViewRegister } from './list-views.projection';
import { ListViewQueries } from './list-view.queries';

const view = { list: 'accounts', name: 'My stars', query: 'category=star', columns: ['name', 'spend'], shared: false };
const saved: ListViewEvent = { type: 'portfolio.ListViewSaved', data: { viewId: 'v1', from: null, to: view } };
const chosen: ListViewEvent = {
  type: 'portfolio.DefaultListViewChosen',
  data: { list: 'accounts', from: null, to: 'v1' },
};
const other: ListViewEvent = {
  type: 'portfolio.ListViewSaved',
  data: { viewId: 'v2', from: null, to: { ...view, name: 'Nordics' } },
};

describe('the views of a person', () => {
  it('are kept, changed with what they were before, and deleted', () => {
    expect(saveView(listViews.initial, { viewId: 'v1', ...view })).toEqual([saved]);
    expect(changeView(given(listViews, saved), { viewId: 'v1', shared: true })).toEqual([
      { type: 'portfolio.ListViewSaved', data: { viewId: 'v1', from: view, to: { ...view, shared: true } } },
    ]);
    expect(deleteView(given(listViews, saved), { viewId: 'v1', list: 'accounts' })).toEqual([
      { type: 'portfolio.ListViewDeleted', data: { viewId: 'v1', from: view } },
    ]);
  });

  it('saved again as they are change nothing', () => {
    expect(saveView(given(listViews, saved), { viewId: 'v1', ...view })).toEqual([]);
    expect(changeView(given(listViews, saved), { viewId: 'v1', name: 'My stars' })).toEqual([]);
    expect(chooseDefault(given(listViews, saved, chosen), { list: 'accounts', viewId: 'v1' })).toEqual([]);
  });

  it('have names of their own', () => {
    expect(() => saveView(given(listViews, saved), { viewId: 'v2', ...view, name: 'my STARS' })).toThrow(
      refusal('view.name-taken'),
    );
    const full = Array.from({ length: 50 }, (_, n): ListViewEvent => {
      return {
        type: 'portfolio.ListViewSaved',
        data: { viewId: `v${n}`, from: null, to: { ...view, name: `View ${n}` } },
      };
    });
    expect(() => saveView(given(listViews, ...full), { viewId: 'more', ...view })).toThrow(refusal('view.too-many'));
  });

  it('are changed and deleted by nobody else', () => {
    expect(() => changeView(listViews.initial, { viewId: 'v1', name: 'Mine' })).toThrow(refusal('view.not-found'));
    expect(() => deleteView(given(listViews, saved), { viewId: 'v1', list: 'plans' })).toThrow(
      refusal('view.not-found'),
    );
    expect(() => deleteView(listViews.initial, { viewId: 'v1', list: 'accounts' })).toThrow(refusal('view.not-found'));
  });

  it('open the list no longer once deleted', () => {
    expect(
      deleteView(given(listViews, saved, other, chosen), { viewId: 'v1', list: 'accounts' }).map(({ type }) => type),
    ).toEqual(['portfolio.DefaultListViewChosen', 'portfolio.ListViewDeleted']);
  });
});

describe('the views that a person is offered', () => {
  let db: ReadModelHarness;
  let queries: ListViewQueries;
  const of = async (actor: string) => {
    await db.whenCaughtUp();
    const views = await queries.views(db.context({ actor }), 'accounts');
    return views.map(({ name, own, opens }) => `${name}${own ? ' own' : ''}${opens ? ' opens' : ''}`);
  };
  beforeAll(async () => {
    db = await readModelHarness({ projections: [listViewRegister] });
    queries = new ListViewQueries(db.readStore);
    const shared: ListViewEvent = {
      type: 'portfolio.ListViewSaved',
      data: { viewId: 'v2', from: null, to: { ...view, name: 'Nordics', shared: true } },
    };
    await db.append('portfolio.list-views', 'ines', [saved, shared]);
    await db.append('portfolio.list-views', 'mei', [
      { type: 'portfolio.DefaultListViewChosen', data: { list: 'accounts', from: null, to: 'v2' } },
    ]);
  });
  afterAll(() => db.close());

  it('are one’s own and those that others share', async () => {
    expect(await of('ines')).toEqual(['My stars own', 'Nordics own']);
    expect(await of('mei')).toEqual(['Nordics opens']);
  });

  it('are gone once deleted, and stand in the past', async () => {
    const { recorded } = await db.append('portfolio.list-views', 'ines', [
      { type: 'portfolio.ListViewDeleted', data: { viewId: 'v2', from: { ...view, name: 'Nordics', shared: true } } },
    ]);
    expect(await of('mei')).toEqual([]);
    const before = await queries.views(
      db.context({ actor: 'mei', asAt: new Date(recorded.getTime() - 1) }),
      'accounts',
    );
    expect(before).toHaveLength(1);
  });

  it('have the same rows when built anew', () => db.rebuildGivesSameRows());
});
