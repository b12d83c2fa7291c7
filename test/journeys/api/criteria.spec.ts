import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const at = (path: string) => `t/aldermoor/${path}`;
const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Criterion {
  readonly id: string;
  readonly axis: string;
  readonly weight: number;
  readonly spend: boolean;
  readonly [word: string]: unknown;
}

describe('the criteria of an enterprise, over HTTP', () => {
  let product: ProductUnderTest;
  let unitHead: Caller;
  let manager: Caller;
  let board: Caller;
  let shipped: Criterion[];
  let account: string;
  const scores = (score: number) => Object.fromEntries(shipped.map(({ id }) => [id, score]));
  const weighing = (weights: Record<string, number>) =>
    shipped.map((criterion) => ({ ...criterion, weight: weights[criterion.id] ?? criterion.weight }));

  beforeAll(async () => {
    product = await startProduct();
    [unitHead, manager, board] = await Promise.all([product.as('marcus'), product.as('ines'), product.as('victor')]);
    shipped = (await unitHead.get(at('criteria-sets/1'))).body.criteria as Criterion[];
    const lead = (await manager.get(at('me'))).body.person.id as string;
    const facts = { code: 'ALD', name: 'Alder Foods', industry: 'Food', leadId: lead, spend: 1_000 };
    account = (await unitHead.post(at('accounts'), facts)).body.id as string;
    unitHead.tells(manager, board);
    const given = { ...scores(4), 'spend-potential': 8 };
    expect((await manager.put(at(`accounts/${account}/scores`), { scores: given })).status).toBe(200);
    manager.tells(unitHead, board);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('are the shipped ones until it publishes its own', async () => {
    expect((await board.get(at('criteria-sets'))).body).toMatchObject({
      version: 0,
      inForce: 1,
      draft: null,
      sets: [{ version: 1, state: 'in-force', accounts: 1 }],
    });
    expect((await board.get(at('criteria-sets/2'))).status).toBe(404);
    expect((await board.get(at('criteria-sets/draft/comparison'))).body).toMatchObject({ inForce: 1, changes: [] });
  });

  it('are drafted by whoever answers for the portfolio, and by nobody else', async () => {
    expect((await manager.post(at('criteria-sets/draft'), {})).status).toBe(403);
    expect((await board.post(at('criteria-sets/draft'), {})).status).toBe(403);
    const begun = await unitHead.post(at('criteria-sets/draft'), {});
    expect(begun).toMatchObject({ status: 201, body: { version: 1, changed: true }, headers: { etag: '"1"' } });
    expect((await unitHead.post(at('criteria-sets/draft'), {})).body).toMatchObject({ version: 1, changed: false });
  });

  it('refuse what has no form, naming the field, and a change on top of another’s', async () => {
    const [first] = shipped;
    const criteria = [{ ...first, weight: 0, id: 'Not An Id' }];
    const bad = await unitHead.put(at('criteria-sets/draft'), { name: '', criteria });
    expect(bad.status).toBe(400);
    expect(bad.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'criteria.0.id',
      'criteria.0.weight',
      'name',
    ]);
    const body = { name: 'Criteria 2027', criteria: weighing({ 'spend-potential': 300 }) };
    expect((await unitHead.put(at('criteria-sets/draft'), body, { 'if-match': '"1"' })).body).toMatchObject({
      version: 2,
    });
    const stale = await unitHead.put(at('criteria-sets/draft'), body, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
  });

  it('warn about spend over half of an axis, and tell which accounts would move', async () => {
    unitHead.tells(board);
    const { draft } = (await board.get(at('criteria-sets'))).body;
    expect(draft).toMatchObject({ basedOn: 1, name: 'Criteria 2027' });
    expect(draft.warning).toMatch(/Spend carries more than half/);
    expect((await board.get(at('criteria-sets/draft/comparison'))).body).toMatchObject({
      inForce: 1,
      counts: { category: 1, moves: 0, stays: 0, 'needs-scoring': 0, unscored: 0 },
      items: [{ name: 'Alder Foods', before: { suggested: 'streamline' }, after: { suggested: 'star' } }],
    });
    expect((await board.get(at('criteria-sets/draft/comparison?outcome=stays'))).body).toMatchObject({
      total: 0,
      items: [],
    });
    const file = await board.get(at('criteria-sets/draft/comparison/export'));
    expect(file.headers['content-type']).toMatch('text/csv');
    expect(file.text).toMatch(/ALD,Alder Foods,1000,Prospect,category,4.8,4,Streamline/);
  });

  it('tell for one account which weight would change what its scores suggest', async () => {
    const { sensitivity, scored } = (await board.get(at(`accounts/${account}/scores/standing`))).body;
    expect(scored).toMatchObject({ then: { version: 1 }, now: { version: 1, place: { suggested: 'streamline' } } });
    expect(sensitivity.criteria[0]).toMatchObject({ id: 'spend-potential', change: { suggested: 'star' } });
    expect((await board.get(at('accounts/none/scores/standing'))).status).toBe(404);
  });

  it('are published with a reason for a day to come, and in force from that day', async () => {
    const effectiveOn = inDays(30);
    const unreasoned = await unitHead.post(at('criteria-sets/draft/publication'), { effectiveOn });
    expect(unreasoned).toMatchObject({ status: 422, body: { code: 'criteria.reason-missing' } });
    const criteria = [...weighing({}), { ...shipped[0]!, id: 'sustainability', label: 'Sustainability', spend: false }];
    await unitHead.put(at('criteria-sets/draft'), { name: 'Criteria 2027', criteria });
    const publication = { effectiveOn: today, reason: 'Sustainability decides tenders now' };
    expect((await manager.post(at('criteria-sets/draft/publication'), publication)).status).toBe(403);
    expect((await unitHead.post(at('criteria-sets/draft/publication'), publication)).body).toMatchObject({
      version: 4,
    });
    unitHead.tells(board, manager);
    expect((await board.get(at('criteria-sets'))).body).toMatchObject({
      inForce: 2,
      draft: null,
      sets: [
        { version: 2, state: 'in-force', criteria: 12, accounts: 0, effectiveOn: today },
        { version: 1, state: 'former', accounts: 1 },
      ],
    });
  });

  it('score accounts under the version in force unless another is stated; old scores keep theirs', async () => {
    expect((await board.get(at(`accounts/${account}`))).body.scoring).toMatchObject({ criteriaVersion: 1 });
    expect((await board.get(at(`accounts/${account}/scores/standing`))).body.scored).toMatchObject({
      then: { version: 1 },
      now: { version: 2, place: null },
      missing: ['Sustainability'],
    });
    const incomplete = await manager.put(at(`accounts/${account}/scores`), { scores: scores(7) });
    expect(incomplete).toMatchObject({ status: 422, body: { missing: ['sustainability'] } });
    const stated = { criteriaVersion: 1, scores: scores(7) };
    expect((await manager.put(at(`accounts/${account}/scores`), stated)).body).toMatchObject({ version: 3 });
    const complete = { scores: { ...scores(7), sustainability: 9 } };
    expect((await manager.put(at(`accounts/${account}/scores`), complete)).body).toMatchObject({ version: 4 });
    const unknown = await manager.put(at(`accounts/${account}/scores`), { ...complete, criteriaVersion: 9 });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'score.criteria-unknown' } });
    manager.tells(board);
    expect((await board.get(at(`accounts/${account}`))).body.scoring).toMatchObject({ criteriaVersion: 2 });
  });

  it('stand in the audit history: who, when, from what to what, and why', async () => {
    const { items } = (await board.get(at('history/of/criteria/aldermoor'))).body;
    expect(items[0]).toMatchObject({
      kind: 'criteria',
      subject: { type: 'criteria', title: 'Criteria of key accounts' },
      before: { version: 1, name: 'Shipped criteria' },
      after: { version: 2, effectiveOn: today, sustainability: { label: 'Sustainability', weight: 20 } },
      why: 'Sustainability decides tenders now',
    });
    expect(items.at(-2)).toMatchObject({
      before: { 'spend-potential': { weight: 20 } },
      after: { name: 'Criteria 2027', 'spend-potential': { weight: 300 } },
    });
    expect(Object.keys(items.at(-2).after)).toEqual(['name', 'spend-potential']);
    expect(items.map(({ detail }: { detail: string }) => detail)).toEqual(['version 2', 'changed', 'changed', 'begun']);
  });

  it('are discarded as a draft without a trace in the versions', async () => {
    await unitHead.post(at('criteria-sets/draft'), { basedOn: 1 });
    expect((await unitHead.post(at('criteria-sets/draft/discarding'), undefined)).body).toMatchObject({
      changed: true,
    });
    expect((await unitHead.get(at('criteria-sets'))).body).toMatchObject({ draft: null, inForce: 2 });
  });
});
