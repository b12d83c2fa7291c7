import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const history = 't/aldermoor/history';

interface Line {
  readonly eventId: string;
  readonly kind: string;
  readonly actor: string;
  /** Told in exports. */
  readonly actorName?: string;
  readonly recorded: string;
  readonly account: { readonly id: string } | null;
}

describe('the audit history over HTTP, on the demo enterprise', () => {
  let product: ProductUnderTest;
  let board: Caller;
  let member: Caller;
  let elsewhere: Caller;

  beforeAll(async () => {
    product = await startProduct({ demo: true });
    [board, member, elsewhere] = await Promise.all([product.as('victor'), product.as('ines'), product.as('greta')]);
  }, 180_000);
  afterAll(() => product?.dispose());

  const lines = async (query = '', by = board, path = history): Promise<Line[]> => {
    const { status, headers, text } = await by.get(`${path}/export?format=ndjson${query}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/x-ndjson');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  };
  const counted = async (query = ''): Promise<number> => {
    const { body } = await board.get(`${history}/kinds?${query}`);
    return (body.kinds as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
  };

  it('tells every recategorisation, audit answer and plan revision with who, before, after and why', async () => {
    const { body } = await board.get(`${history}?kind=recategorisation&limit=200`);
    expect(body.items.length).toBeGreaterThan(5);
    for (const entry of body.items) {
      expect(entry).toMatchObject({
        before: { category: expect.any(String) },
        after: { category: expect.any(String) },
      });
      expect(entry.account.name).toBeTruthy();
      expect(entry.why).toBeTruthy();
    }
    const corrections = (await board.get(`${history}?kind=audit-answer&q=interview&limit=5`)).body.items;
    expect(corrections[0]).toMatchObject({
      before: { score: expect.any(Number) },
      after: { score: expect.any(Number) },
    });
    const revisions = (await board.get(`${history}?kind=plan-revision&limit=200`)).body.items;
    expect(revisions.some(({ before }: { before: unknown }) => Array.isArray(before))).toBe(true);
  });

  it('exports exactly what a filter lets through, as NDJSON and as CSV with names', async () => {
    expect((await lines()).length).toBe(await counted());
    const recategorised = await lines('&kind=recategorisation');
    const { body } = await board.get(`${history}?kind=recategorisation&limit=200`);
    expect(recategorised.map(({ eventId }) => eventId)).toEqual(body.items.map(({ eventId }: Line) => eventId));
    const csv = await board.get(`${history}/export?format=csv&kind=recategorisation`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.trim().split('\n')).toHaveLength(recategorised.length + 1);
    for (const { actorName } of recategorised) expect(csv.text).toContain(`,${actorName},`);
    expect(recategorised[0]!.actorName).toMatch(/^\p{L}+ \p{L}+$/u);
  });

  it('pages through all of it, newest first, without loss', async () => {
    const seen: Line[] = [];
    for (let cursor = ''; ;) {
      const { body } = await board.get(`${history}?limit=200${cursor}`);
      seen.push(...body.items);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen.map(({ eventId }) => eventId)).toEqual((await lines()).map(({ eventId }) => eventId));
    const moments = seen.map(({ recorded }) => recorded);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('is filtered by person, by account, by division, by time, and by words, names of people included', async () => {
    const all = await lines();
    const person = all.find(({ kind }) => kind === 'recategorisation')!.actor;
    expect(await lines(`&actor=${person}`)).toEqual(all.filter(({ actor }) => actor === person));
    const account = all.find(({ kind }) => kind === 'plan-revision')!.account!.id;
    expect(await lines(`&accountId=${account}`)).toEqual(all.filter((line) => line.account?.id === account));
    const middle = all[Math.floor(all.length / 2)]!.recorded;
    expect(await lines(`&from=${middle}`)).toEqual(all.filter(({ recorded }) => recorded >= middle));
    expect(await lines(`&to=${middle}`)).toEqual(all.filter(({ recorded }) => recorded <= middle));
    const { person: marcus } = (await (await product.as('marcus')).get('t/aldermoor/me')).body;
    const named = await lines('&q=oyelaran');
    expect(named).toEqual(expect.arrayContaining(all.filter(({ actor }) => actor === marcus.id)));
    const { items: divisions } = (await board.get('t/aldermoor/divisions')).body;
    const ofDivision = await lines(`&divisionId=${divisions[0].id}`);
    expect(ofDivision.length).toBeGreaterThan(0);
    expect(ofDivision.length).toBeLessThan(all.length);
  });

  it('reads as at a past moment exactly what was recorded by then', async () => {
    const all = await lines();
    const then = all[Math.floor(all.length / 3)]!.recorded;
    const ids = (some: Line[]) => some.map(({ eventId }) => eventId);
    expect(ids(await lines(`&asAt=${then}`))).toEqual(ids(all.filter(({ recorded }) => recorded <= then)));
    const later = await board.get(`${history}/${all[0]!.eventId}?asAt=${then}`);
    expect(later.status).toBe(404);
  });

  it('opens one entry down to its event', async () => {
    const [first] = (await board.get(`${history}?kind=recategorisation&limit=1`)).body.items;
    const { body } = await board.get(`${history}/${first.eventId}`);
    expect(body).toMatchObject({
      ...first,
      schemaVersion: 1,
      type: 'portfolio.AccountRecategorised',
    });
    expect(body.stream).toMatch(/^portfolio\.account-aldermoor_/);
    expect(body.data).toMatchObject({ from: body.before.category, to: body.after.category, reason: body.why });
  });

  it('shows no ciphertext and no name of a person in an entry', async () => {
    const people = await board.get(`${history}?kind=person&limit=200`);
    expect(people.body.items.length).toBeGreaterThan(5);
    expect(people.text).not.toMatch(/"enc"|Oyelaran/);
    const whole = await board.get(`${history}/${people.body.items[0].eventId}`);
    expect(whole.text).not.toContain('"enc"');
    expect(whole.body.data.name).toEqual({ personalData: true });
  });

  it('gives the history of one record to whoever may read the record, and the whole to few', async () => {
    const [entry] = await lines('&kind=recategorisation');
    const path = `${history}/of/account/${entry!.account!.id}`;
    const { body } = await member.get(path);
    expect(body.items.map(({ eventId }: Line) => eventId)).toContain(entry!.eventId);
    for (const closed of [history, `${history}/kinds`, `${history}/export`, `${history}/${entry!.eventId}`]) {
      expect((await member.get(closed)).status).toBe(403);
    }
    expect((await member.get(`${history}/of/nothing/1`)).status).toBe(404);
  });

  it('tells an open page what a colleague changed, and only as much as the person may read', async () => {
    const since = (await member.get(`${history}/changes`)).body;
    expect(since).toMatchObject({ accountIds: [], types: [], by: [], complete: true });
    const unitHead = await product.as('marcus');
    const [account] = (await unitHead.get('t/aldermoor/accounts?q=Norrland')).body.items;
    const note = { topic: 'research', title: 'The new plant opens in May', text: 'Said at the fair.' };
    expect((await unitHead.post(`t/aldermoor/accounts/${account.id}/notes`, note)).status).toBe(201);
    unitHead.tells(member, elsewhere);
    const changes = (await member.get(`${history}/changes?after=${since.position}`)).body;
    expect(changes).toMatchObject({ accountIds: [account.id], types: [], complete: true });
    expect(changes.position > since.position).toBe(true);
    const theirs = (await elsewhere.get(`t/brackwater/history/changes?after=${since.position}`)).body;
    expect(theirs).toMatchObject({ accountIds: [], by: [] });
    expect((await member.get(`${history}/changes?after=nowhere`)).body.errors?.[0]?.field).toBe('after');
  });

  it('never crosses from one tenant to the other', async () => {
    const mine = await lines();
    const theirs = await lines('', elsewhere, 't/brackwater/history');
    const all = new Set(mine.map(({ eventId }) => eventId));
    expect(theirs.length).toBeGreaterThan(20);
    expect(theirs.filter(({ eventId }) => all.has(eventId))).toEqual([]);
    for (const path of ['', '/kinds', '/export', `/${mine[0]!.eventId}`, '/of/account/1']) {
      expect((await elsewhere.get(`${history}${path}`)).status).toBe(404);
    }
    const foreign = await elsewhere.get(`t/brackwater/history/${mine[0]!.eventId}`);
    const unknown = await elsewhere.get('t/brackwater/history/00000000-0000-4000-8000-000000000000');
    expect([foreign.status, foreign.body.code]).toEqual([404, unknown.body.code]);
    const account = mine.find(({ kind }) => kind === 'recategorisation')!.account!.id;
    expect(await lines(`&accountId=${account}`, elsewhere, 't/brackwater/history')).toEqual([]);
  });

  it.each([
    ['from=yesterday', 'from'],
    ['kind=Recategorisation!', 'kind'],
    ['subject=account', 'subject'],
    ['cursor=nowhere', 'cursor'],
    ['limit=5000', 'limit'],
    ['colour=red', 'query'],
  ])('names the field that cannot be read: %s', async (query, field) => {
    const { status, body } = await board.get(`${history}?${query}`);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });
});
