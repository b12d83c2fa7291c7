import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

interface MadeOf {
  readonly list: string;
  readonly id?: string;
  readonly filters: Record<string, string>;
}
/** Lists whose address in the API is longer than their name. */
const lists: Readonly<Record<string, string>> = { litmus: 'litmus/accounts' };
interface Tile {
  readonly value: number;
  readonly of: number | null;
  readonly sentence: string;
  readonly trend: readonly { readonly on: string; readonly value: number }[];
  readonly parts: readonly { readonly id: string; readonly value: number; readonly madeOf: MadeOf }[];
  readonly madeOf: MadeOf;
  readonly events: Record<string, string>;
}

describe('the Board dashboard and Home over HTTP, on the demo enterprise', () => {
  let product: ProductUnderTest;
  let board: Caller;
  const tenant = 't/aldermoor';

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    board = await product.as('victor');
  }, 180_000);
  afterAll(() => product?.dispose());

  const dashboard = async (query = '', by = board, of = tenant) => {
    const { status, body } = await by.get(`${of}/board/dashboard${query}`);
    expect(status).toBe(200);
    return Object.fromEntries(body.tiles.map((tile: Tile & { id: string }) => [tile.id, tile])) as Record<string, Tile>;
  };
  const list = async ({ list, id, filters }: MadeOf, by = board) => {
    const query = new URLSearchParams({ limit: '200', ...filters });
    const { status, body } = await by.get(`${tenant}/${id ? `${list}/${id}` : `${lists[list] ?? list}?${query}`}`);
    expect(status).toBe(200);
    return body;
  };

  it('has six figures, each with a sentence, a trend and changes behind it', async () => {
    const tiles = Object.entries(await dashboard());
    expect(tiles.map(([id]) => id)).toEqual(['portfolio', 'road', 'plans', 'capacity', 'recategorisations', 'actions']);
    for (const [, { sentence, trend, events }] of tiles) {
      expect(sentence).toMatch(/^\d.*\.$/);
      expect(trend.length).toBeGreaterThan(1);
      const { status } = await board.get(`${tenant}/history?${new URLSearchParams(events)}`);
      expect(status).toBe(200);
    }
  });

  it('shows figures that equal the records they open into', async () => {
    const { portfolio, road, plans, capacity, recategorisations, actions } = await dashboard();
    for (const { value, madeOf } of [portfolio!, capacity!, ...portfolio!.parts, ...plans!.parts]) {
      expect((await list(madeOf)).total).toBe(value);
    }
    expect((await list(plans!.madeOf)).total).toBe(plans!.of);
    expect((await list(road!.madeOf)).score).toBe(road!.value);
    expect((await list(recategorisations!.madeOf)).items).toHaveLength(recategorisations!.value);
    const { items } = (await list(actions!.madeOf)) as { items: { overdueActions: number }[] };
    expect(items.reduce((sum, { overdueActions }) => sum + overdueActions, 0)).toBe(actions!.value);
  });

  it('said the same in the past as its trends say now', async () => {
    const { portfolio, plans } = await dashboard();
    for (const { on, value } of portfolio!.trend.slice(0, 3)) {
      expect((await dashboard(`?asAt=${on}T23:59:59Z`))['portfolio']!.value).toBe(value);
    }
    expect((await dashboard(`?asAt=${plans!.trend[5]!.on}T23:59:59Z`))['plans']!.value).toBe(plans!.trend[5]!.value);
  });

  it('limits a division head to the accounts that cross the divisions headed', async () => {
    const helga = await product.as('helga');
    const { portfolio } = await dashboard('', helga);
    expect(portfolio!.of).toBeLessThan((await dashboard())['portfolio']!.of!);
    expect((await list(portfolio!.madeOf, helga)).total).toBe(portfolio!.value);
  });

  it('is closed to those who come for other things, and to another tenant', async () => {
    const [assessor, elsewhere] = await Promise.all([product.as('amara'), product.as('greta')]);
    expect((await assessor.get(`${tenant}/board/dashboard`)).status).toBe(403);
    expect((await elsewhere.get(`${tenant}/board/dashboard`)).status).toBe(404);
    expect((await elsewhere.get(`${tenant}/home`)).status).toBe(404);
    const theirs = await dashboard('', elsewhere, 't/brackwater');
    expect(theirs['portfolio']!.of).not.toBe((await dashboard())['portfolio']!.of);
  });

  it('tells a manager what waits, with counts that equal the lists they open into', async () => {
    const ines = await product.as('ines');
    const { body } = await ines.get(`${tenant}/home`);
    const { live, stale, none, leads } = body.picture;
    expect(live + stale + none).toBe(leads);
    // What a round, a decision or a notice counts is tried with them: those open into pages of their own.
    const counted = body.tasks.filter(
      ({ count, link }: { count: number | null; link: MadeOf }) =>
        count !== null && ['accounts', 'plans', 'litmus'].includes(link.list),
    );
    expect(counted.length).toBeGreaterThan(0);
    for (const { count, link } of counted) expect((await list(link, ines)).total).toBe(count);
    expect(
      (await list({ list: 'plans', filters: { leadId: (await ines.get(`${tenant}/me`)).body.person.id } }, ines)).total,
    ).toBe(leads);
  });

  it('tells an assessor of an audit as soon as it is opened, and no more once it is answered', async () => {
    const [lead, assessor] = await Promise.all([product.as('priya'), product.as('amara')]);
    const waiting = async (id: string) =>
      ((await assessor.get(`${tenant}/home`)).body.tasks as { count: number; link: MadeOf }[]).find(
        ({ link }) => link.id === id,
      );
    const assessorId = (await assessor.get(`${tenant}/me`)).body.person.id as string;
    const body = { scope: { kind: 'programme' }, title: 'Next audit', auditDate: '2026-01-01' };
    const { id } = (await lead.post(`${tenant}/audits`, body)).body as { id: string };
    const before = (await dashboard())['road']!.value;
    await lead.put(`${tenant}/audits/${id}/assessors`, { assessorIds: [assessorId] });
    await assessor.put(`${tenant}/audits/${id}/answers/A1-01`, { score: 2 });
    expect(await waiting(id)).toMatchObject({ kind: 'answer-audit', title: 'Next audit', count: 128 });
    expect((await dashboard())['road']!.value).toBe(before);
  });
});
