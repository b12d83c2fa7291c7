import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';

interface Item {
  readonly id: string;
  readonly sort: string;
  readonly label: string;
  readonly points: number | null;
  readonly own: { readonly reason: string } | null;
  readonly shipped: { readonly label: string };
}

describe('catalogues over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let administrator: Caller;
  let board: Caller;

  const published = async (path: string) => {
    const response = await fetch(`${product.url}/api/catalogues${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const words = (items: object[], reason = 'Our people read German.') => ({ items, reason });

  beforeAll(async () => {
    product = await startProduct();
    [lead, administrator, board] = await Promise.all([product.as('priya'), product.as('tessa'), product.as('victor')]);
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('what is published', () => {
    it('is listed with versions, counts and maxima, for everybody', async () => {
      const { body } = await published('');
      expect(
        (body['items'] as { kind: string; present: number; versions: object[] }[]).map(
          ({ kind, present, versions }) => [kind, present, versions],
        ),
      ).toEqual([
        ['phase-audit', 2, [1, 2].map((version) => ({ version, asked: 129, maximum: 387 }))],
        ['organisation-assessment', 1, [{ version: 1, asked: 45, maximum: 135 }]],
        ['litmus', 1, [{ version: 1, asked: 16, maximum: null }]],
        ['time-allocation', 1, [{ version: 1, asked: 12, maximum: null }]],
        ['selling-drivers', 1, [{ version: 1, asked: 5, maximum: null }]],
      ]);
    });

    it('has a document for every version and the schema it follows', async () => {
      for (const kind of ['phase-audit', 'organisation-assessment', 'litmus', 'time-allocation', 'selling-drivers']) {
        expect((await published(`/${kind}/1`)).body['version']).toBe(1);
        const { body } = await published(`/schemas/${kind}`);
        expect(body).toMatchObject({ $id: `/api/catalogues/schemas/${kind}`, type: 'object' });
      }
      for (const path of ['/horoscope/1', '/litmus/0', '/litmus/9', '/litmus/one', '/schemas/horoscope']) {
        expect([path, (await published(path)).status]).toEqual([path, 404]);
      }
    });

    it('says from version 2 on what an action builds on and what an assessor finds at each score', async () => {
      const actions = (await published('/phase-audit/2')).body['actions'] as Record<string, unknown>[];
      const recategorise = actions.find(({ id }) => id === 'C1-12')!;
      expect(recategorise).toMatchObject({ from: ['C1-12'], buildsOn: ['A2-03', 'A3-08'] });
      expect(Object.keys(recategorise['guidance'] as object)).toEqual(['1', '2', '3']);
    });
  });

  describe('the settings of an enterprise', () => {
    it('are changed with a reason by programme lead and administrator, and keep their history', async () => {
      expect((await board.get(`${tenant}/assessment-settings`)).body).toEqual({
        version: 0,
        threshold: 80,
        changed: null,
      });
      const change = { threshold: 75, reason: 'As the Board decided.' };
      const changed = await lead.put(`${tenant}/assessment-settings`, change);
      expect(changed.status).toBe(200);
      const seen = { position: changed.headers['position']! };
      expect((await administrator.get(`${tenant}/assessment-settings`, seen)).body).toMatchObject({
        version: 1,
        threshold: 75,
        changed: { reason: 'As the Board decided.' },
      });
      const back = await administrator.put(`${tenant}/assessment-settings`, { threshold: 80, reason: 'Back.' });
      expect(back.status).toBe(200);
      const history = await administrator.get(`${tenant}/history/of/assessment-settings/aldermoor`);
      expect(history.body.items).toMatchObject([
        { before: { threshold: 75 }, after: { threshold: 80 }, why: 'Back.' },
        { before: { threshold: 80 }, after: { threshold: 75 }, why: 'As the Board decided.' },
      ]);
    });

    it('are refused outside 1 to 100, without a reason, and to a Board member', async () => {
      const put = (caller: Caller, body: object) => caller.put(`${tenant}/assessment-settings`, body);
      expect((await put(lead, { threshold: 101, reason: 'More.' })).body).toMatchObject({
        code: 'settings.threshold-range',
      });
      expect((await put(lead, { threshold: 70 })).body).toMatchObject({ code: 'settings.reason-missing' });
      expect((await put(board, { threshold: 70, reason: 'Lower.' })).status).toBe(403);
    });
  });

  describe('own words', () => {
    const catalogue = `${tenant}/catalogues/phase-audit`;
    const item = (body: Record<string, unknown>, id: string) => (body['items'] as Item[]).find((one) => one.id === id)!;

    it('stand in front of the shipped ones, which stay visible; nothing that counts changes', async () => {
      const items = [{ id: 'A1-01', label: 'Ein starker Treiber' }];
      const put = await lead.put(`${catalogue}/words/de`, words(items));
      expect([put.status, put.body]).toMatchObject([200, { changed: true }]);
      const german = await lead.get(`${catalogue}?language=de`);
      expect(german.body).toMatchObject({ kind: 'phase-audit', catalogueVersion: 2, languages: ['de'] });
      expect(item(german.body, 'A1-01')).toMatchObject({
        label: 'Ein starker Treiber',
        points: 3,
        shipped: { label: 'Settle on one powerful driver that makes KAM urgent' },
        own: { reason: 'Our people read German.' },
      });
      const asked = (german.body['items'] as Item[]).filter(({ sort }) => sort === 'asked');
      expect(asked).toHaveLength(129);
      expect((await lead.get(`${catalogue}?language=fr`)).body.languages).toEqual(['de']);
      expect(item((await lead.get(catalogue)).body, 'A1-01').own).toBeNull();
      const history = await lead.get(`${tenant}/history/of/catalogue-words/phase-audit`);
      expect(history.body.items).toMatchObject([
        { detail: 'A1-01 (de)', before: null, after: { label: 'Ein starker Treiber' } },
      ]);
    });

    it('are refused for an item that there is not, for a weight, for a language that is none, and to an assessor', async () => {
      const put = (path: string, items: object[], caller = lead) => caller.put(`${catalogue}/${path}`, words(items));
      expect((await put('words/de', [{ id: 'A1-99', label: 'Noch eine' }])).status).toBe(404);
      expect((await put('words/de', [{ id: 'A1-01', label: 'x', points: 9 }])).status).toBe(400);
      expect((await put('words/German', [{ id: 'A1-01', label: 'x' }])).body).toMatchObject({ code: 'words.language' });
      const assessor = await product.as('amara');
      expect((await put('words/de', [{ id: 'A1-01', label: 'x' }], assessor)).status).toBe(403);
    });

    it('are exported beside what is shipped', async () => {
      const { text } = await lead.get(`${catalogue}/words/export?language=de`);
      const lines = text.trim().split('\n');
      expect(lines[0]).toContain('item,sort,section,shipped label,shipped help,label,help,guidance');
      expect(lines.find((line) => line.startsWith('A1-01,'))).toContain('Ein starker Treiber');
      const again = await lead.upload(`${catalogue}/words/de/import?dryRun=false`, Buffer.from(text));
      expect([again.status, again.body]).toMatchObject([200, { changes: [], refusals: [] }]);
    });

    it('come from a file too: first told, then all of it or nothing', async () => {
      const file = Buffer.from('item,label\nA1-02,Der Bedarf\nphase.A,Klärung');
      const told = await lead.upload(`${catalogue}/words/de/import`, file);
      expect(told.body).toMatchObject({ rows: 2, changes: [{ itemId: 'A1-02' }, { itemId: 'phase.A' }], refusals: [] });
      expect(item((await lead.get(`${catalogue}?language=de`)).body, 'A1-02').own).toBeNull();
      const done = await lead.upload(`${catalogue}/words/de/import?dryRun=false&reason=Translated`, file);
      expect(done.status).toBe(200);
      expect(item((await lead.get(`${catalogue}?language=de`)).body, 'A1-02').label).toBe('Der Bedarf');
      const wrong = Buffer.from('item,label\nA1-03,Wettbewerb\nA1-99,Mehr');
      const refused = await lead.upload(`${catalogue}/words/de/import?dryRun=false&reason=More`, wrong);
      expect(refused.body).toMatchObject({ code: 'words.import-refused', refusals: [{ row: 3, column: 'item' }] });
      expect(item((await lead.get(`${catalogue}?language=de`)).body, 'A1-03').own).toBeNull();
    });
  });

  describe('audits made under different versions', () => {
    it('keep their own version, carry answers over to the present one and can be compared', async () => {
      const me = (await lead.get(`${tenant}/me`)).body.person.id as string;
      const open = async (more: object) => {
        const body = { scope: { kind: 'programme' }, title: 'Audit', assessorIds: [me], ...more };
        return (await lead.post(`${tenant}/audits`, body)).body.id as string;
      };
      const old = await open({ auditDate: '2025-03-01', catalogueVersion: 1 });
      await lead.put(`${tenant}/audits/${old}/answers/A1-01`, { score: 1 });
      const present = await open({ auditDate: '2026-03-01', basedOn: old });
      await lead.put(`${tenant}/audits/${present}/answers/A1-01`, { score: 3 });
      await lead.put(`${tenant}/audits/${present}/answers/C1-12`, { score: 2 });
      expect((await lead.get(`${tenant}/audits/${old}`)).body.catalogueVersion).toBe(1);
      expect((await lead.get(`${tenant}/audits/${present}`)).body).toMatchObject({ catalogueVersion: 2, score: 5 });
      const { body } = await lead.get(`${tenant}/audits/compare?from=${old}&to=${present}`);
      expect(body).toMatchObject({
        score: { from: 1, to: 5, change: 4 },
        moved: [
          { actionId: 'A1-01', change: 2 },
          { actionId: 'C1-12', change: 2 },
        ],
        without: { from: [], to: [] },
      });
    });
  });
});
