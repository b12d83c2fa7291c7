import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const at = (path: string) => `t/aldermoor/${path}`;
const key = (name: string) => ({ 'idempotency-key': `portfolio-${name}` });

describe('the portfolio, over HTTP', () => {
  let product: ProductUnderTest;
  let administrator: Caller;
  let unitHead: Caller;
  let manager: Caller;
  let divisionHead: Caller;
  let board: Caller;
  let nordics: string;
  let iberia: string;
  let alder: string;
  let criteria: { id: string }[];
  const ids = new Map<string, string>();
  const personId = (name: string) => ids.get(name)!;
  const scores = (score: number) => Object.fromEntries(criteria.map(({ id }) => [id, score]));

  beforeAll(async () => {
    product = await startProduct();
    [administrator, unitHead, manager, divisionHead, board] = await Promise.all([
      product.as('tessa'),
      product.as('marcus'),
      product.as('ines'),
      product.as('helga'),
      product.as('victor'),
    ]);
    for (const name of ['marcus', 'ines', 'jonas', 'helga', 'priya']) {
      ids.set(name, (await (await product.as(name)).get(at('me'))).body.person.id as string);
    }
    criteria = (await unitHead.get(at('criteria-sets/1'))).body.criteria;
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('the enterprise', () => {
    it('answers defaults at version 0 before it was described', async () => {
      const { status, body, headers } = await administrator.get(at('enterprise'));
      expect(status).toBe(200);
      const approval = { select: 'two', up: 'two', down: 'two', 'de-select': 'two' };
      const healthWeights = { plan: 1, contact: 1, level: 1, alignment: 1, growth: 1, readiness: 1 };
      const said = { name: '', currency: 'EUR', capacity: null, planReviewDays: 90 };
      expect(body).toEqual({ version: 0, ...said, approval, healthWeights });
      expect(headers['etag']).toBe('"0"');
    });

    it('is described by the administrator, and by nobody else', async () => {
      const settings = { name: 'Aldermoor Group', currency: 'EUR', capacity: 1, planReviewDays: 90 };
      expect((await unitHead.put(at('enterprise'), settings)).status).toBe(403);
      const described = await administrator.put(at('enterprise'), settings, { 'if-match': '"0"' });
      expect(described).toMatchObject({ status: 200, body: { version: 1, changed: true }, headers: { etag: '"1"' } });
      expect((await administrator.get(at('enterprise'))).body).toMatchObject({ version: 1, ...settings });
      expect((await administrator.put(at('enterprise'), settings)).body).toMatchObject({ version: 1, changed: false });
    });

    it('opens divisions with codes of their own, appoints heads and renames', async () => {
      const opened = await administrator.post(at('divisions'), { code: 'nord', name: 'North' });
      expect(opened).toMatchObject({ status: 201, body: { version: 2 } });
      nordics = opened.body.id;
      iberia = (await administrator.post(at('divisions'), { code: 'IBER', name: 'Iberia' })).body.id;
      const taken = await administrator.post(at('divisions'), { code: 'NORD', name: 'Another' });
      expect(taken).toMatchObject({ status: 409, body: { code: 'division.code-taken' } });
      const change = { name: 'Nordics', headId: personId('helga') };
      expect((await administrator.patch(at(`divisions/${nordics}`), change)).body).toMatchObject({
        id: nordics,
        version: 5,
      });
      expect((await administrator.patch(at('divisions/none'), change)).status).toBe(404);
      administrator.tells(board, unitHead, divisionHead);
      expect((await board.get(at('divisions'))).body.items).toEqual([
        { id: iberia, code: 'IBER', name: 'Iberia', headId: null },
        { id: nordics, code: 'NORD', name: 'Nordics', headId: personId('helga') },
      ]);
    });
  });

  describe('accounts', () => {
    const facts = () => ({
      code: 'ald',
      name: 'Alder Foods',
      industry: 'Food',
      countries: ['se', 'DE', 'SE'],
      divisionIds: [nordics],
      leadId: personId('ines'),
      spend: 1_200_000,
    });

    it('are registered once, however often the request is repeated', async () => {
      const first = await unitHead.post(at('accounts'), facts(), key('register-alder'));
      expect(first).toMatchObject({ status: 201, body: { version: 1, changed: true }, headers: { etag: '"1"' } });
      alder = first.body.id;
      const again = await unitHead.post(at('accounts'), facts(), key('register-alder'));
      expect(again.body).toMatchObject({ id: alder, version: 1, changed: false });
      expect((await unitHead.get(at('accounts'))).body).toMatchObject({ total: 1, next: null });
    });

    it('refuse what breaks a rule, naming the field', async () => {
      const bad = await unitHead.post(at('accounts'), { ...facts(), code: 'no spaces', countries: ['Sweden'] });
      expect(bad.status).toBe(400);
      expect(bad.headers['content-type']).toMatch('application/problem+json');
      expect(bad.body.errors.map(({ field }: { field: string }) => field)).toEqual(['code', 'countries.0']);
      const taken = await unitHead.post(at('accounts'), { ...facts(), name: 'Alder Drinks' });
      expect(taken).toMatchObject({ status: 409, body: { code: 'account.code-taken' } });
      const stray = await unitHead.post(at('accounts'), {
        ...facts(),
        code: 'X',
        divisionIds: [nordics, 'constructor'],
      });
      expect(stray).toMatchObject({ status: 422, body: { code: 'account.division-unknown' } });
      expect((await manager.post(at('accounts'), facts())).status).toBe(403);
      expect((await board.post(at('accounts'), facts())).status).toBe(403);
    });

    it('have their facts changed by the manager who leads them, against the version that was seen', async () => {
      unitHead.tells(manager);
      const seen = await manager.get(at(`accounts/${alder}`));
      expect(seen.body).toMatchObject({ version: 1, code: 'ALD', countries: ['DE', 'SE'], category: 'prospect' });
      expect(seen.headers['etag']).toBe('"1"');
      const changed = await manager.patch(
        at(`accounts/${alder}`),
        { spend: 900_000 },
        { 'if-match': seen.headers['etag']! },
      );
      expect(changed.body).toMatchObject({ version: 2 });
      const stale = await manager.patch(at(`accounts/${alder}`), { spend: 1 }, { 'if-match': seen.headers['etag']! });
      expect(stale.status).toBe(412);
      expect(stale.body.changes).toMatchObject([{ version: 2, type: 'portfolio.AccountDetailsChanged' }]);
      const birch = { ...facts(), code: 'BIR', name: 'Birch Oil', divisionIds: [iberia], leadId: personId('jonas') };
      const { id } = (await unitHead.post(at('accounts'), birch)).body;
      expect((await manager.patch(at(`accounts/${id}`), { spend: 1 })).body.code).toBe('account.not-lead');
      expect((await unitHead.patch(at('accounts/none'), { spend: 1 })).status).toBe(404);
    });
  });

  describe('scores', () => {
    it('place the account and suggest, under criteria that anyone can read', async () => {
      expect(criteria).toHaveLength(11);
      const body = { criteriaVersion: 1, scores: { ...scores(8), 'customer-view': 1 }, note: 'Workshop' };
      expect((await manager.put(at(`accounts/${alder}/scores`), body)).body).toMatchObject({ version: 3 });
      manager.tells(board);
      expect((await board.get(at(`accounts/${alder}`))).body).toMatchObject({
        attractiveness: 8,
        standing: 4.9,
        suggested: 'star',
        category: 'prospect',
        scoring: { note: 'Workshop', scoredBy: personId('ines') },
      });
      expect((await manager.put(at(`accounts/${alder}/scores`), body)).body).toMatchObject({
        version: 3,
        changed: false,
      });
    });

    it.each([
      ['outside 0 to 10', () => ({ ...scores(5), growth: 11 }), 'score.out-of-range'],
      ['for an unknown criterion', () => ({ ...scores(5), glamour: 5 }), 'score.criterion-unknown'],
      ['for some criteria only', () => ({ growth: 5 }), 'score.criteria-missing'],
    ])('are refused %s', async (_, given, code) => {
      const refused = await unitHead.put(at(`accounts/${alder}/scores`), { scores: given() });
      expect(refused).toMatchObject({ status: 422, body: { code } });
    });

    it('know no other criteria set', async () => {
      expect((await unitHead.get(at('criteria-sets/2'))).status).toBe(404);
    });
  });

  describe('categories', () => {
    const decision = { category: 'star', effectiveOn: '2025-01-01', reason: 'Room to grow' };
    const move = () => ({
      category: 'strategic',
      effectiveOn: '2026-01-01',
      reason: 'Two plants moved to us',
      approvedBy: personId('priya'),
      resource: 'One more engineer',
    });

    it('are decided first, with a reason, by those who answer for the portfolio', async () => {
      const path = at(`accounts/${alder}/categorisation`);
      expect((await unitHead.post(at(`accounts/${alder}/recategorisations`), move())).body.code).toBe(
        'category.not-decided',
      );
      expect((await unitHead.post(path, { ...decision, reason: ' ' })).body.code).toBe('category.reason-missing');
      expect((await unitHead.post(path, { ...decision, effectiveOn: '2999-01-01' })).body.code).toBe(
        'category.effective-too-late',
      );
      expect((await unitHead.post(path, { ...decision, category: 'gold' })).status).toBe(400);
      expect((await manager.post(path, decision)).status).toBe(403);
      expect((await unitHead.post(path, decision)).body).toMatchObject({ version: 4, changed: true });
      expect((await unitHead.post(path, decision)).body).toMatchObject({ version: 4, changed: false });
      expect((await unitHead.post(path, { ...decision, category: 'status' })).body.code).toBe(
        'category.already-decided',
      );
    });

    it('change with reason, approver and effective date', async () => {
      const path = at(`accounts/${alder}/recategorisations`);
      expect((await unitHead.post(path, { ...move(), approvedBy: '' })).body.code).toBe('category.approver-missing');
      expect((await unitHead.post(path, { ...move(), reason: '' })).body.code).toBe('category.reason-missing');
      expect((await unitHead.post(path, { ...move(), category: 'star' })).body.code).toBe('category.unchanged');
      expect((await unitHead.post(path, move())).body.code).toBe('category.approval-needed');
      const one = { select: 'one', up: 'one', down: 'one', 'de-select': 'one' };
      expect((await administrator.put(at('enterprise/approval-rule'), one)).body.code).toBe('approval.reason-missing');
      expect((await administrator.put(at('enterprise/approval-rule'), { ...one, reason: 'A small unit' })).status).toBe(
        200,
      );
      const moved = await unitHead.post(path, move(), { 'if-match': '"4"', ...key('move-alder') });
      expect(moved).toMatchObject({ status: 201, body: { version: 5 } });
      const repeated = await unitHead.post(path, move(), { 'if-match': '"4"', ...key('move-alder') });
      expect(repeated).toMatchObject({ status: 201, body: { version: 5, changed: false } });
    });

    it('keep their complete history, on both clocks', async () => {
      unitHead.tells(board);
      const history = await board.get(at(`accounts/${alder}/categories?on=2025-06-30`));
      expect(history.body.decisions).toMatchObject([
        { to: 'star', holds: { until: '2026-01-01' }, decidedBy: personId('marcus'), suggested: 'star' },
        { from: 'star', to: 'strategic', approvedBy: personId('priya'), resource: 'One more engineer' },
      ]);
      expect(history.body.inForce).toBe(history.body.decisions[0].id);
      const then = history.body.decisions[0].recordedAt as string;
      const known = () => board.get(at(`accounts/${alder}/categories?on=2026-06-30&asAt=${then}`));
      // A moment of the last second reads as now.
      while (Date.now() < Date.parse(then) + 1_100) await known();
      expect((await known()).body.decisions).toHaveLength(1);
      expect((await board.get(at(`accounts/${alder}?asAt=${then}`))).body).toMatchObject({
        version: 4,
        category: 'star',
      });
      const list = await board.get(at(`accounts?asAt=${then}&sort=category`));
      expect(list.body.items[0]).toMatchObject({ code: 'ALD', category: 'star' });
    });

    it('can be changed in the present only', async () => {
      const past = `accounts/${alder}/recategorisations?asAt=2026-01-01T00:00:00Z`;
      expect((await unitHead.post(at(past), move())).status).toBe(400);
    });
  });

  describe('the whole portfolio', () => {
    it('is a matrix, and sums with movement and a warning over capacity', async () => {
      const birch = (await unitHead.get(at('accounts?q=birch'))).body.items[0].id;
      await unitHead.post(at(`accounts/${birch}/categorisation`), {
        category: 'streamline',
        effectiveOn: '2025-05-01',
        reason: 'Small and steady',
      });
      const { points, unscored } = (await unitHead.get(at('portfolio/matrix'))).body;
      expect(points).toMatchObject([{ id: alder, category: 'strategic', suggested: 'star', spend: 900_000 }]);
      expect(unscored).toMatchObject([{ id: birch }]);
      const summary = await unitHead.get(at('portfolio/summary?from=2025-05-01&to=2026-01-01'));
      expect(summary.body).toMatchObject({
        accounts: 2,
        keyAccounts: 2,
        capacity: 1,
        overCapacityBy: 1,
        movements: [
          { from: 'prospect', to: 'streamline', accounts: 1 },
          { from: 'star', to: 'strategic', accounts: 1 },
        ],
      });
    });

    it('can be searched, filtered, sorted and paged', async () => {
      const names = async (query: string) =>
        (await unitHead.get(at(`accounts?${query}`))).body.items.map(({ name }: { name: string }) => name);
      expect(await names('sort=-spend')).toEqual(['Birch Oil', 'Alder Foods']);
      expect(await names('category=strategic,star')).toEqual(['Alder Foods']);
      expect(await names(`divisionId=${iberia}`)).toEqual(['Birch Oil']);
      const first = await unitHead.get(at('accounts?limit=1'));
      expect(first.body).toMatchObject({ total: 2, items: [{ name: 'Alder Foods' }] });
      expect(await names(`limit=1&cursor=${first.body.next}`)).toEqual(['Birch Oil']);
      expect((await unitHead.get(at(`accounts?sort=spend&cursor=${first.body.next}`))).status).toBe(400);
      expect((await unitHead.get(at('accounts?limit=201'))).status).toBe(400);
    });

    it('is downloaded as CSV with the same filters', async () => {
      const csv = await unitHead.get(at('accounts/export?category=strategic'));
      expect(csv.status).toBe(200);
      expect(csv.headers['content-type']).toMatch('text/csv');
      const [header, ...lines] = csv.text.trim().split(/\r?\n/);
      expect(header).toMatch(/^\uFEFF?Code,Name,Industry/);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^ALD,Alder Foods,Food,DE SE,NORD,/);
    });

    it('is for a division head what trades with the division, and nothing else of it', async () => {
      const birch = (await unitHead.get(at('accounts?q=birch'))).body.items[0].id;
      unitHead.tells(divisionHead);
      expect((await divisionHead.get(at('accounts'))).body).toMatchObject({ total: 1, items: [{ id: alder }] });
      expect((await divisionHead.get(at(`accounts/${alder}`))).status).toBe(200);
      const hidden = await divisionHead.get(at(`accounts/${birch}`));
      const unknown = await divisionHead.get(at(`accounts/${birch.replace(/.$/, 'x')}`));
      expect([hidden.status, hidden.body.code]).toEqual([unknown.status, unknown.body.code]);
      expect((await divisionHead.get(at(`accounts/${birch}/categories`))).status).toBe(404);
      expect((await divisionHead.get(at('portfolio/matrix'))).body.unscored).toEqual([]);
      expect((await divisionHead.get(at('portfolio/summary'))).body).toMatchObject({ accounts: 1, capacity: null });
      expect((await divisionHead.get(at('accounts/export'))).text).not.toMatch('Birch');
    });

    it('of one tenant is nothing to another, also where the codes are the same', async () => {
      const other = await product.as('owen');
      expect((await other.get('t/brackwater/accounts')).body).toMatchObject({ total: 0 });
      expect((await other.get(`t/brackwater/accounts/${alder}`)).status).toBe(404);
      expect((await other.get(at('accounts'))).status).toBe(404);
    });
  });
});
