import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const at = (path: string) => `t/aldermoor/${path}`;

describe('keeping the accounts in order, over HTTP', () => {
  let product: ProductUnderTest;
  let head: Caller;
  let manager: Caller;
  let headId: string;
  let managerId: string;
  const ids = new Map<string, string>();
  const account = (code: string) => at(`accounts/${ids.get(code)!}`);

  beforeAll(async () => {
    product = await startProduct();
    [head, manager] = await Promise.all([product.as('marcus'), product.as('ines')]);
    headId = (await head.get(at('me'))).body.person.id;
    managerId = (await manager.get(at('me'))).body.person.id;
    const facts: [string, object][] = [
      ['ALP', { name: 'Alpenglas AG', countries: ['AT'], spend: 100, duns: '123456789', leadId: managerId }],
      ['ALP-2', { name: 'ALPENGLAS', countries: ['AT'], spend: 5, crmId: 'C-1', sites: ['Linz'] }],
      ['BIR', { name: 'Birch Oil', countries: ['SE'] }],
      ['CED', { name: 'Cedar', countries: ['SE'] }],
    ];
    for (const [code, body] of facts) ids.set(code, (await head.post(at('accounts'), { code, ...body })).body.id);
    const child = { code: 'CHI', name: 'Glas Tirol', parentId: ids.get('ALP-2') };
    ids.set('CHI', (await head.post(at('accounts'), child)).body.id);
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('two accounts of one customer', () => {
    const suspected = async (query = '') =>
      (await head.get(at(`accounts/duplicates${query}`))).body as { total: number; items: Record<string, unknown>[] };

    it('are suspected, with what speaks for it, on the page and in the download', async () => {
      const { total, items } = await suspected();
      expect(total).toBe(1);
      expect(items[0]).toMatchObject({ score: 79, signs: ['same-name', 'country'], ruling: null });
      const file = await head.get(at('accounts/duplicates/export'));
      expect(file.text).toContain('same-name country');
    });

    it('are suspected no more once somebody says they are two, until that is taken back', async () => {
      const body = { otherId: ids.get('ALP-2'), reason: 'Asked both' };
      expect((await manager.post(`${account('ALP')}/not-a-duplicate`, body)).status).toBe(403);
      expect((await head.post(`${account('ALP')}/not-a-duplicate`, { ...body, reason: '' })).status).toBe(422);
      expect((await head.post(`${account('ALP')}/not-a-duplicate`, body)).body).toMatchObject({ changed: true });
      expect(await suspected()).toMatchObject({ total: 0 });
      expect(await suspected('?ruledOut=only')).toMatchObject({ items: [{ ruling: { reason: 'Asked both' } }] });
      await head.post(`${account('ALP-2')}/may-be-a-duplicate`, { otherId: ids.get('ALP'), reason: 'One after all' });
      expect(await suspected()).toMatchObject({ total: 1 });
    });

    it('are told side by side before they are merged, with what goes over', async () => {
      const contact = { name: 'Franz Obermayr', level: 'senior', purpose: 'Serving the customer' };
      expect((await head.post(`${account('ALP-2')}/contacts`, contact)).status).toBe(201);
      const told: [string, string, object][] = [
        ['ALP', 'relationship-levels', { level: 'enhanced', effectiveOn: '2024-01-01', reason: 'Own services' }],
        ['ALP-2', 'relationship-levels', { level: 'commodity', effectiveOn: '2023-01-01', reason: 'Price alone' }],
        ['ALP-2', 'relationship-levels', { level: 'partner', effectiveOn: '2025-01-01', reason: 'A venture' }],
        ['ALP-2', 'wallet-shares', { on: '2025-01-31', ours: 1, total: 4, source: 'Linz' }],
      ];
      for (const [code, path, said] of told) {
        expect(await head.post(`${account(code)}/${path}`, said)).toMatchObject({ body: { changed: true } });
      }
      const { status, body } = await head.get(`${account('ALP-2')}/merge-preview?into=${ids.get('ALP')}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ refusal: null, moves: { contacts: 1, children: 1 } });
      expect(body.reads).toEqual({ levels: { all: 2, holding: 1 }, wallet: { all: 1, holding: 1 }, scorings: 0 });
      expect(body.facts.find(({ fact }: { fact: string }) => fact === 'crmId')).toMatchObject({
        merged: 'C-1',
        survivor: null,
        suggested: 'merged',
      });
      const below = await head.get(`${account('ALP-2')}/merge-preview?into=${ids.get('CHI')}`);
      expect(below.body.refusal).toContain('stands below ALPENGLAS');
    });

    it('are one after the merge: the survivor has contacts, children and the facts chosen, the other points to it', async () => {
      const body = {
        into: ids.get('ALP'),
        keep: { crmId: 'merged', spend: 'both', sites: 'both' },
        reason: 'One company',
      };
      const merged = await head.post(`${account('ALP-2')}/merge`, body, { 'idempotency-key': 'merge-alpenglas' });
      expect(merged).toMatchObject({ status: 200, body: { changed: true } });
      const survivor = (await head.get(account('ALP'))).body;
      expect(survivor).toMatchObject({
        crmId: 'C-1',
        spend: 105,
        sites: ['Linz'],
        absorbed: [{ code: 'ALP-2', name: 'ALPENGLAS' }],
      });
      expect((await head.get(`${account('ALP')}/contacts`)).body.items).toMatchObject([{ name: 'Franz Obermayr' }]);
      expect((await head.get(account('CHI'))).body.parentId).toBe(ids.get('ALP'));
      const other = (await head.get(account('ALP-2'))).body;
      expect(other).toMatchObject({
        mergedInto: { code: 'ALP' },
        mergeState: 'merged',
        archivedBecause: 'One company',
      });
    });

    it('are read together: levels and share of wallet of the other with where they were said, scores beside the own', async () => {
      const { levels } = (await head.get(`${account('ALP')}/relationships`)).body;
      const said = (one: { level: string; saidAt: { code: string } | null; holds: boolean }) =>
        `${one.level} ${one.saidAt?.code ?? 'here'} ${one.holds}`;
      expect(levels.map(said)).toEqual(['partner ALP-2 false', 'enhanced here true', 'commodity ALP-2 true']);
      const { wallet } = (await head.get(`${account('ALP')}/white-space`)).body;
      expect(wallet).toMatchObject([{ share: 25, saidAt: { code: 'ALP-2' }, holds: true }]);
      expect((await head.get(`${account('ALP')}/scorings`)).body.merged).toEqual([]);
    });

    it('have one history: what was recorded for the other, told as its own, as long as the merge stands', async () => {
      const kinds = async (path: string) =>
        (await head.get(at(path))).body.items.map(
          ({ kind, saidAt }: { kind: string; saidAt: { code: string } | null }) => `${kind} ${saidAt?.code ?? 'here'}`,
        ) as string[];
      const drawer = await kinds(`history/of/account/${ids.get('ALP')}`);
      expect(drawer).toEqual(expect.arrayContaining(['account ALP-2', 'account here', 'account-merge ALP-2']));
      expect(await kinds(`history?accountId=${ids.get('ALP')}&limit=200`)).toEqual(expect.arrayContaining(drawer));
      expect(await kinds(`history/of/account/${ids.get('ALP-2')}`)).not.toContain('account ALP-2');
    });

    it('count once, in the list, the download and the figures', async () => {
      expect((await head.get(at('accounts?q=alpenglas'))).body.total).toBe(1);
      expect((await head.get(at('accounts/export?q=alpenglas'))).text.match(/lpenglas/gi)).toHaveLength(1);
      expect((await head.get(at('portfolio/summary'))).body.accounts).toBe(4);
      expect(await suspected()).toMatchObject({ total: 0 });
    });

    it('answer the same request again with its first answer, and refuse to change what was merged away', async () => {
      const body = {
        into: ids.get('ALP'),
        keep: { crmId: 'merged', spend: 'both', sites: 'both' },
        reason: 'One company',
      };
      const again = await head.post(`${account('ALP-2')}/merge`, body, { 'idempotency-key': 'merge-alpenglas' });
      expect(again).toMatchObject({ status: 200, body: { changed: false } });
      const refused = await head.patch(account('ALP-2'), { name: 'Other' });
      expect(refused).toMatchObject({ status: 422, body: { code: 'account.merged' } });
      expect(refused.body.title).toContain('merged into Alpenglas AG (ALP)');
    });

    it('are two again when the merge is undone, each as it was, and the history of both tells it', async () => {
      expect((await head.post(`${account('ALP-2')}/unmerge`, {})).status).toBe(422);
      const undone = await head.post(`${account('ALP-2')}/unmerge`, { reason: 'Two after all' });
      expect(undone).toMatchObject({ status: 200, body: { changed: true } });
      expect((await head.get(account('ALP'))).body).toMatchObject({ crmId: null, spend: 100, sites: [], absorbed: [] });
      expect((await head.get(account('ALP-2'))).body).toMatchObject({
        mergedInto: null,
        archivedAt: null,
        crmId: 'C-1',
      });
      expect((await head.get(`${account('ALP-2')}/contacts`)).body.items).toMatchObject([{ name: 'Franz Obermayr' }]);
      expect((await head.get(account('CHI'))).body.parentId).toBe(ids.get('ALP-2'));
      expect((await head.get(`${account('ALP')}/relationships`)).body.levels).toMatchObject([{ level: 'enhanced' }]);
      expect((await head.get(`${account('ALP-2')}/relationships`)).body.levels).toHaveLength(2);
      expect((await head.get(`${account('ALP')}/white-space`)).body.wallet).toEqual([]);
      const history = async (code: string) =>
        (await head.get(at(`history/of/account/${ids.get(code)}`))).body.items as {
          kind: string;
          detail: string;
          saidAt: object | null;
        }[];
      expect((await history('ALP')).filter(({ saidAt }) => saidAt)).toEqual([]);
      const details = async (code: string) =>
        (await history(code)).filter(({ kind }) => kind === 'account-merge').map(({ detail }) => detail);
      expect(await details('ALP')).toEqual(['parted', 'absorbed']);
      expect(await details('ALP-2')).toEqual(['unmerged', 'unmerge-started', 'finished', 'merged']);
    });
  });

  describe('many accounts at once', () => {
    const ended = async (importId: string, state: string) => {
      for (;;) {
        const { body } = await head.get(at(`accounts/imports/${importId}`));
        if (body.state === state) return body as Record<string, unknown>;
        if (!body.atWork) throw new Error(`The change stands at ${String(body.state)} and nobody works on it.`);
      }
    };
    const change = { sponsorId: 'sam', countries: { add: ['NO'], remove: ['SE'] } };
    let importId: string;

    it('are told first, by account before and after, and nothing happens', async () => {
      const { status, body } = await head.post(at('accounts/bulk-change'), { filter: { country: 'SE' }, change });
      expect(status).toBe(200);
      expect(body).toMatchObject({ importId: null, selected: 2, changes: 2, unchanged: 0, refused: 0 });
      expect(body.items[0]).toMatchObject({
        code: 'BIR',
        before: { sponsorId: null, countries: ['SE'] },
        after: { sponsorId: 'sam', countries: ['NO'] },
      });
      expect((await head.get(account('BIR'))).body.sponsorId).toBeNull();
    });

    it('change with one reason, which stands in the history of each', async () => {
      const body = { accountIds: [ids.get('BIR'), ids.get('CED')], change, dryRun: false };
      expect((await manager.post(at('accounts/bulk-change'), { ...body, reason: 'x' })).status).toBe(403);
      expect((await head.post(at('accounts/bulk-change'), body)).body).toMatchObject({ code: 'bulk.reason-missing' });
      const begun = await head.post(at('accounts/bulk-change'), { ...body, reason: 'New sponsor' });
      expect(begun.body).toMatchObject({ changes: 2, refused: 0 });
      importId = begun.body.importId;
      expect(await ended(importId, 'finished')).toMatchObject({
        done: 2,
        failed: 0,
        bulk: change,
        reason: 'New sponsor',
      });
      expect((await head.get(account('CED'))).body).toMatchObject({ sponsorId: 'sam', countries: ['NO'] });
      const [entry] = (await head.get(at(`history/of/account/${ids.get('CED')}`))).body.items;
      expect(entry).toMatchObject({ why: 'New sponsor', before: { sponsorId: null }, after: { sponsorId: 'sam' } });
    });

    it('change back when it is undone, but for what somebody changed since', async () => {
      await head.patch(account('CED'), { sponsorId: headId, reason: 'Took it on' });
      await head.post(at(`accounts/imports/${importId}/undo`), { reason: 'The wrong list' });
      expect(await ended(importId, 'undone')).toMatchObject({ takenBack: 2, left: 1 });
      expect((await head.get(account('BIR'))).body).toMatchObject({ sponsorId: null, countries: ['SE'] });
      expect((await head.get(account('CED'))).body).toMatchObject({ sponsorId: headId, countries: ['SE'] });
    });

    it.each([
      [{ change: {} }, 400],
      [{ change: { divisionIds: { add: ['nowhere'] } }, accountIds: ['x'] }, 422],
      [{ change: { industry: 'Oil' } }, 400],
      [{ change: { industry: 'Oil' }, accountIds: ['nobody'] }, 404],
    ])('refuse %j with %i', async (body, status) => {
      expect((await head.post(at('accounts/bulk-change'), body)).status).toBe(status);
    });
  });

  describe('views of the list', () => {
    const view = { list: 'accounts', name: 'Swedes', query: 'q=birch&sort=-spend', columns: ['code', 'lead'] };
    const names = async (by: Caller) =>
      (await by.get(at('list-views?list=accounts'))).body.items as { id: string; name: string; opens: boolean }[];

    it('are kept, shared, chosen to open with, and deleted, each person’s own', async () => {
      const saved = await head.post(at('list-views'), view);
      expect(saved.status).toBe(201);
      const one = at(`list-views/${saved.body.id}`);
      expect(await names(manager)).toEqual([]);
      await head.patch(one, { shared: true });
      head.tells(manager);
      expect(await names(manager)).toMatchObject([
        { name: 'Swedes', opens: false, own: false, columns: ['code', 'lead'] },
      ]);
      await manager.put(at('list-views/default'), { list: 'accounts', viewId: saved.body.id });
      expect(await names(manager)).toMatchObject([{ opens: true }]);
      expect(await names(head)).toMatchObject([{ opens: false }]);
      expect((await manager.patch(one, { name: 'Mine' })).status).toBe(404);
      expect((await head.post(`${one}/deletion`, { list: 'accounts' })).status).toBe(200);
      head.tells(manager);
      expect(await names(manager)).toEqual([]);
    });

    it('refuse a name that is taken and an address that is none', async () => {
      await head.post(at('list-views'), view);
      expect((await head.post(at('list-views'), view)).body).toMatchObject({ code: 'view.name-taken' });
      expect((await head.post(at('list-views'), { ...view, name: 'Other', query: 'a b' })).status).toBe(400);
      expect((await head.put(at('list-views/default'), { list: 'accounts', viewId: 'nothing' })).status).toBe(404);
    });
  });
});
