import { encode } from 'iconv-lite';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const at = (path: string) => `t/aldermoor/${path}`;
const extra = (value: string) => Array.from({ length: 50 }, (_, index) => `${value}${index}`);
const importing = (query: Record<string, string> = {}) =>
  at(`accounts/import?${new URLSearchParams(query).toString()}`);

/** As an enterprise resource planning system exports it on a German machine. */
const messy = encode(
  [
    [
      'Kundennummer',
      'Kundenname',
      'Land',
      'Umsatz',
      'Wachstum',
      'Konzern',
      'Standorte',
      'DUNS',
      ...extra('Feld '),
    ].join(';'),
    [
      'm-100',
      '"Müller & Söhne\r\nGmbH"',
      'Deutschland',
      '1.234.567,89',
      '2,5 %',
      '',
      'Köln | Bonn',
      '01-234-5678',
      ...extra('x'),
    ].join(';'),
    ['M-101', 'Müller Österreich', 'AT', '12,5', '', 'M-100', '', '', ...extra('y')].join(';'),
    ['M-101', 'Müller Österreich', 'AT', '12,5', '', 'M-100', '', '', ...extra('y')].join(';'),
    '',
    ['M-102', 'Ohne Zahl', 'DE', 'viel', '', '', '', '', ...extra('z')].join(';'),
  ].join('\r\n'),
  'windows-1252',
);

describe('accounts from a file', () => {
  let product: ProductUnderTest;
  let head: Caller;
  let began: string;

  beforeAll(async () => {
    product = await startProduct();
    head = await product.as('marcus');
    began = new Date().toISOString();
  }, 120_000);
  afterAll(() => product?.dispose());

  const post = (bytes: Buffer, query: Record<string, string>) => head.upload(importing(query), bytes);
  const ended = async (importId: string, state = 'finished') => {
    for (;;) {
      const { body } = await head.get(at(`accounts/imports/${importId}`));
      if (body.state === state) return body as Record<string, number | string | unknown[]>;
      if (!body.atWork) throw new Error(`The import stands at ${String(body.state)} and nobody works on it.`);
    }
  };
  const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

  it('tells in a dry run what a messy file would do, row by row, and does nothing', async () => {
    const { status, body } = await post(messy, { fileName: 'kunden.csv' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ importId: null, rows: 4, creates: 2, changes: 0, unchanged: 0, refused: 2 });
    expect(body.mapping).toEqual({
      code: 'Kundennummer',
      name: 'Kundenname',
      countries: 'Land',
      spend: 'Umsatz',
      growth: 'Wachstum',
      parent: 'Konzern',
      sites: 'Standorte',
      duns: 'DUNS',
    });
    expect(body.ignoredColumns).toHaveLength(50);
    expect(body.refusals).toEqual([
      { row: 4, column: 'Kundennummer', rule: 'names the account M-101 again; row 3 does so first.' },
      { row: 6, column: 'Umsatz', rule: 'must be a number, which "viel" is not.' },
    ]);
    expect((await head.get(at('accounts'))).body.total).toBe(0);
    expect((await head.get(at('accounts/imports'))).body.items).toEqual([]);
  });

  it('imports nothing where a row is refused, unless the person leaves such rows out', async () => {
    expect(await post(messy, { dryRun: 'false' })).toMatchObject({ status: 422, body: { code: 'import.refused' } });
    const begun = await post(messy, { dryRun: 'false', refused: 'leave-out', fileName: 'kunden.csv', reason: 'Start' });
    expect(begun.status).toBe(200);
    const done = await ended(begun.body.importId as string);
    expect(done).toMatchObject({ rows: 4, creates: 2, refused: 2, done: 2, failed: 0, fileName: 'kunden.csv' });
    const { body } = await head.get(at('accounts?sort=code'));
    expect(body.items).toMatchObject([
      { code: 'M-100', countries: ['DE'], spend: 1_234_568, growth: 2.5, sites: ['Köln', 'Bonn'], duns: '012345678' },
      { code: 'M-101', countries: ['AT'], spend: 13 },
    ]);
    const [parent, child] = body.items as { id: string; parentId: string | null }[];
    expect(child!.parentId).toBe(parent!.id);
    const found = await head.get(at('accounts?q=01-234-5678'));
    expect(found.body.items).toHaveLength(1);
    const { body: history } = await head.get(at(`history/of/account-import/${begun.body.importId as string}`));
    expect((history.items as { detail: string }[]).map(({ detail }) => detail).sort()).toEqual(['finished', 'started']);
  });

  it('remembers how the columns were mapped', async () => {
    const mapping = JSON.stringify({ code: 'X', name: 'Y' });
    const begun = await post(csv('X,Y', 'N-1,New'), { dryRun: 'false', mapping });
    await ended(begun.body.importId as string);
    const { body } = await post(csv('Y,Z,X', 'Newer,1,N-1'), {});
    expect(body).toMatchObject({ mapping: { code: 'X', name: 'Y' }, changes: 1, ignoredColumns: ['Z'] });
  });

  it.each(['csv', 'xlsx'])('changes nothing when an export is imported again, as %s', async (format) => {
    const response = await fetch(`${product.url}/api/${at(`accounts/export?archived=with&format=${format}`)}`, {
      headers: { authorization: `Bearer ${head.token}` },
    });
    const { body } = await post(Buffer.from(await response.arrayBuffer()), {});
    expect(body).toMatchObject({ rows: 3, creates: 0, changes: 0, unchanged: 3, refused: 0 });
  });

  it('is undone as recorded corrections; what somebody worked on since stays and is named', async () => {
    const begun = await post(csv('Code,Name,Spend', 'M-100,Mueller,7', 'U-1,Undone,1', 'U-2,Kept,1'), {
      dryRun: 'false',
    });
    const importId = begun.body.importId as string;
    await ended(importId);
    const { body: list } = await head.get(at('accounts?q=U-2'));
    const kept = (list.items as { id: string }[])[0]!.id;
    expect((await head.patch(at(`accounts/${kept}`), { industry: 'Steel' })).status).toBe(200);
    expect((await head.post(at(`accounts/imports/${importId}/undo`), {})).status).toBe(422);
    expect((await head.post(at(`accounts/imports/${importId}/undo`), { reason: 'Wrong file' })).status).toBe(200);
    const undone = await ended(importId, 'undone');
    expect(undone).toMatchObject({ left: 1, takenBack: 2, undoReason: 'Wrong file' });
    expect(undone['leftRows']).toMatchObject([{ row: 4 }]);
    const names = async (query: string) =>
      ((await head.get(at(`accounts?sort=code&${query}`))).body.items as { name: string }[]).map(({ name }) => name);
    expect(await names('')).toEqual(['Müller & Söhne\r\nGmbH', 'Müller Österreich', 'New', 'Kept']);
    expect(await names('archived=only')).toEqual(['Undone']);
    const { body: rows } = await head.get(at(`accounts/imports/${importId}/rows`));
    expect(rows.items).toMatchObject([{ row: 2, kind: 'change', after: { name: 'Mueller', spend: 7 } }, {}, {}]);
  });

  it('is open to those who register accounts, and to nobody else', async () => {
    const board = await product.as('victor');
    expect((await board.upload(importing(), csv('Code,Name', 'B-1,Board'))).status).toBe(403);
    expect((await board.get(at('accounts/imports'))).status).toBe(403);
  });

  it('archives an account out of lists and figures, opens it, refuses changes to it and restores it', async () => {
    const { body } = await head.get(at('accounts?q=M-101'));
    const [account] = body.items as { id: string; parentId: string }[];
    const { id, parentId } = account!;
    const counted = async () => (await head.get(at('portfolio/summary'))).body.accounts as number;
    const before = await counted();
    expect((await head.post(at(`accounts/${id}/archive`), {})).status).toBe(422);
    const manager = await product.as('ines');
    expect((await manager.post(at(`accounts/${id}/archive`), { reason: 'No' })).status).toBe(403);
    expect((await head.post(at(`accounts/${id}/archive`), { reason: 'Merged' })).body).toMatchObject({ changed: true });
    expect((await head.get(at('accounts?q=M-101'))).body.total).toBe(0);
    expect(await counted()).toBe(before - 1);
    expect((await head.get(at(`accounts/${id}`))).body).toMatchObject({ archivedBecause: 'Merged' });
    expect((await head.patch(at(`accounts/${id}`), { spend: 1 })).body).toMatchObject({ code: 'account.archived' });
    expect((await head.post(at(`accounts/${id}/restore`), { reason: 'Parted' })).status).toBe(200);
    expect(await counted()).toBe(before);
    const circle = await head.patch(at(`accounts/${parentId}`), { parentId: id });
    expect(circle).toMatchObject({ status: 422, body: { code: 'account.parent-cycle' } });
    const stray = await head.patch(at(`accounts/${id}`), { parentId: 'nobody' });
    expect(stray).toMatchObject({ status: 422, body: { code: 'account.parent-unknown' } });
  });

  it('goes on by itself where it was interrupted, and does no row twice', async () => {
    const count = 6_000;
    const lines = Array.from({ length: count }, (_, index) => `K-${index},Account ${index},${index}`);
    const begun = await post(csv('Code,Name,Spend', ...lines), { dryRun: 'false' });
    const importId = begun.body.importId as string;
    for (;;) {
      const { body } = await head.get(at(`accounts/imports/${importId}`));
      if ((body.done as number) > 0) break;
    }
    await product.kill();
    const { dataFolder } = product;
    product = await startProduct({ dataFolder });
    head = await product.as('marcus');
    // Nobody asks for it: the start of the product goes on with what it finds unfinished.
    let now: Record<string, unknown>;
    do now = (await head.get(at(`accounts/imports/${importId}`))).body;
    while (now['state'] === 'running');
    expect(now).toMatchObject({ state: 'finished', done: count, failed: 0, creates: count });
    expect((await head.get(at('accounts?q=Account'))).body.total).toBe(count);
    expect((await head.get(at(`accounts/imports?asAt=${began}`))).body.items).toEqual([]);
  }, 180_000);
});
