import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const criteria =
  'spend-potential growth margin new-products influence marquee stronghold strategic-fit cultural-fit kam-readiness customer-view'.split(
    ' ',
  );
const all = (score: number) => Object.fromEntries(criteria.map((id) => [id, score]));
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a round scores the portfolio anew', () => {
  let product: ProductUnderTest;
  let head: Caller;
  let lead: Caller;
  let ines: Caller;
  let jonas: Caller;
  let board: Caller;
  let everybody: Caller[];
  const ids: Record<string, string> = {};
  const accounts: string[] = [];
  let round: string;

  const told = (by: Caller) => by.tells(...everybody);
  const own = (caller: Caller, account: string, score: number, more: object = {}) =>
    caller.put(`t/aldermoor/accounts/${account}/scorings/own`, {
      roundId: round,
      scores: all(score),
      ...more,
    });
  const sheet = async (caller: Caller, account: string) =>
    (await caller.get(`t/aldermoor/accounts/${account}/scorings?roundId=${round}`)).body;
  const settle = (account: string, body: object = {}) =>
    head.post(`t/aldermoor/accounts/${account}/scorings/settlement`, { roundId: round, ...body });
  const present = async () => (await head.get(`t/aldermoor/rounds/${round}`)).body;

  beforeAll(async () => {
    product = await startProduct();
    [head, lead, ines, jonas, board] = (await Promise.all(
      ['marcus', 'priya', 'ines', 'jonas', 'victor'].map((name) => product.as(name)),
    )) as [Caller, Caller, Caller, Caller, Caller];
    everybody = [head, lead, ines, jonas, board];
    const admin = await product.as('tessa');
    for (const [name, caller] of Object.entries({ head, ines, jonas })) {
      ids[name] = (await caller.get('t/aldermoor/me')).body.person.id as string;
      const person = { personId: ids[name], name, email: `${name}@aldermoor.example`, role: 'key-account-manager' };
      expect((await admin.post('t/aldermoor/people', person)).status).toBe(201);
    }
    await admin.put('t/aldermoor/enterprise', { name: 'Aldermoor', currency: 'EUR', capacity: 2, planReviewDays: 60 });
    admin.tells(...everybody);
    for (const [index, code] of ['ALD', 'BIR', 'CED', 'DOG'].entries()) {
      const { body } = await head.post('t/aldermoor/accounts', { code, name: `Account ${code}`, spend: 1000 - index });
      accounts.push(body.id as string);
    }
    const first = { category: 'status', effectiveOn: '2025-01-01', reason: 'Long with us' };
    await head.post(`t/aldermoor/accounts/${accounts[0]}/categorisation`, first);
    told(head);
  });
  afterAll(() => product.stop());

  it('is opened by who answers for the portfolio, one at a time', async () => {
    const body = { name: 'Spring', criteria: 'in-force', dueOn: soon(14), reason: 'A year has passed' };
    expect((await ines.post('t/aldermoor/rounds', body)).status).toBe(403);
    expect((await head.post('t/aldermoor/rounds', { ...body, criteria: 'draft' })).body.code).toBe(
      'round.draft-missing',
    );
    expect((await head.post('t/aldermoor/rounds', { ...body, dueOn: '2020-01-01' })).body.code).toBe('round.due-past');
    const opened = await head.post('t/aldermoor/rounds', body);
    expect(opened.status).toBe(201);
    round = opened.body.id as string;
    expect((await head.post('t/aldermoor/rounds', body)).body.code).toBe('round.one-open');
    expect(await present()).toMatchObject({
      name: 'Spring',
      state: 'open',
      criteriaVersion: 1,
      counts: { accounts: 4, unassigned: 4 },
    });
  });

  it('spreads its accounts evenly over scorers, or by hand', async () => {
    const spread = { scorerIds: [ids.ines, ids.jonas], perAccount: 3 };
    expect((await head.post(`t/aldermoor/rounds/${round}/spread`, spread)).body.code).toBe('round.too-few-scorers');
    expect((await head.post(`t/aldermoor/rounds/${round}/spread`, { ...spread, scorerIds: ['x'] })).body.code).toBe(
      'round.scorer-unknown',
    );
    expect((await head.post(`t/aldermoor/rounds/${round}/spread`, { ...spread, perAccount: 2 })).status).toBe(200);
    expect(
      (await head.put(`t/aldermoor/rounds/${round}/scorers`, { accountIds: [accounts[3]], scorerIds: [ids.ines] }))
        .status,
    ).toBe(200);
    expect((await present()).scorers).toMatchObject(
      [
        { scorerId: ids.ines, accounts: 4, given: 0 },
        { scorerId: ids.jonas, accounts: 3, given: 0 },
      ].sort((a, b) => (a.scorerId! < b.scorerId! ? -1 : 1)),
    );
    told(head);
    const { tasks } = (await ines.get('t/aldermoor/home')).body;
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'score-round', title: 'Spring', count: 4 }));
  });

  it('shows nobody the scores of others before the own ones', async () => {
    expect((await own(ines, accounts[0]!, 8)).status).toBe(200);
    expect((await own(head, accounts[0]!, 8)).body.code).toBe('score.not-assigned');
    told(ines);
    const blind = await sheet(jonas, accounts[0]!);
    expect(blind).toMatchObject({ blind: true, given: [], spread: [], own: null, givenBy: [{ scorerId: ids.ines }] });
    expect(await sheet(board, accounts[0]!)).toMatchObject({ blind: true, given: [] });
    const history = (await head.get(`t/aldermoor/history/of/scoring/${accounts[0]}`)).text;
    expect(history).toContain('scores-given');
    expect(history).not.toContain('attractiveness');
    expect((await own(jonas, accounts[0]!, 5, { notes: { growth: 'Shrinks with its market' } })).status).toBe(200);
    told(jonas);
    const seen = await sheet(jonas, accounts[0]!);
    expect(seen).toMatchObject({ blind: false, given: [{ attractiveness: 8 }, { attractiveness: 5 }] });
    expect(seen.spread[0]).toMatchObject({ least: 5, most: 8, wide: true });
    expect(await sheet(head, accounts[0]!)).toMatchObject({ blind: false });
  });

  it('moves the matrix only by what is settled', async () => {
    const unsettled = (await head.get(`t/aldermoor/accounts/${accounts[0]}`)).body;
    expect(unsettled.scoring).toBeNull();
    expect((await settle(accounts[0]!)).body.code).toBe('settle.scorers-differ');
    expect((await settle(accounts[0]!, { scores: all(7) })).body.code).toBe('settle.reason-missing');
    expect((await settle(accounts[0]!, { scores: all(8) })).status).toBe(200);
    told(head);
    expect((await head.get(`t/aldermoor/accounts/${accounts[0]}`)).body).toMatchObject({
      attractiveness: 8,
      suggested: 'strategic',
      scoring: { settled: { roundId: round, scorerIds: [ids.ines, ids.jonas].sort() } },
    });
    expect(await sheet(board, accounts[0]!)).toMatchObject({ blind: false, settled: { suggested: 'strategic' } });
    expect((await own(ines, accounts[0]!, 3)).body.code).toBe('score.settled');
  });

  it('is settled without a scorer only for a reason', async () => {
    for (const account of accounts.slice(1, 3)) await own(ines, account, 8);
    told(ines);
    expect((await settle(accounts[1]!)).body.code).toBe('settle.scorers-missing');
    for (const account of accounts.slice(1, 3)) {
      expect((await settle(account, { reason: 'Jonas is away' })).status).toBe(200);
    }
    expect((await present()).counts).toMatchObject({ move: 3, scoring: 1 });
  });

  it('reminds those who have accounts left', async () => {
    const reminder = { note: 'Before Friday, please' };
    expect((await head.post(`t/aldermoor/rounds/${round}/reminders`, reminder)).status).toBe(200);
    told(head);
    const { tasks } = (await ines.get('t/aldermoor/home')).body;
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'score-round', count: 1, detail: 'Before Friday, please', by: ids.head }),
    );
  });

  it('says what accepting would do, and leaves out what is unsettled or over capacity', async () => {
    const { body } = await head.post(`t/aldermoor/rounds/${round}/moves/plan`, { accountIds: accounts });
    expect(body.moves).toMatchObject([
      { accountId: accounts[0], from: 'status', to: 'strategic', first: false },
      { accountId: accounts[1], from: 'prospect', to: 'strategic', first: true },
    ]);
    expect(body.leftOut).toMatchObject([
      { accountId: accounts[3], why: 'unsettled' },
      { accountId: accounts[2], why: 'over-capacity' },
    ]);
    expect(body.capacity).toEqual({ capacity: 2, before: 1, after: 2 });
  });

  it('makes governed proposals of what is accepted, and keeps the rest where it is', async () => {
    const accept = { accountIds: accounts, effectiveOn: '2026-01-01', reason: 'As scored in spring' };
    const path = `t/aldermoor/rounds/${round}/moves`;
    expect((await ines.post(`${path}/acceptance`, accept)).status).toBe(403);
    expect((await head.post(`${path}/acceptance`, { ...accept, reason: '' })).body.code).toBe('round.reason-missing');
    expect((await head.post(`${path}/acceptance`, accept)).status).toBe(200);
    expect((await head.get(`t/aldermoor/accounts/${accounts[0]}`)).body.category).toBe('status');
    const { items } = (await head.get(`t/aldermoor/accounts/${accounts[0]}/category-moves`)).body;
    expect(items).toMatchObject([{ state: 'open', from: 'status', to: 'strategic', roundId: round }]);
    expect((await head.get(`t/aldermoor/accounts/${accounts[1]}`)).body.category).toBe('strategic');
    expect((await head.post(`${path}/refusal`, { accountIds: [accounts[2]], reason: '' })).body.code).toBe(
      'round.reason-missing',
    );
    expect((await head.post(`${path}/refusal`, { accountIds: [accounts[2]], reason: 'No capacity' })).status).toBe(200);
    expect((await head.post(`${path}/acceptance`, { ...accept, accountIds: [accounts[2]] })).body.code).toBe(
      'round.nothing-to-decide',
    );
    told(head);
    await lead.post(`t/aldermoor/accounts/${accounts[0]}/category-moves/${items[0].id}/approval`, {});
    told(lead);
    const { decisions } = (await head.get(`t/aldermoor/accounts/${accounts[0]}/categories`)).body;
    expect(decisions.at(-1)).toMatchObject({ to: 'strategic', reason: 'As scored in spring' });
  });

  it('shows the movement between categories, each flow opening into its accounts', async () => {
    const { flows, capacity } = (await board.get(`t/aldermoor/rounds/${round}/movement`)).body;
    expect(flows).toEqual(
      expect.arrayContaining([
        { from: 'status', to: 'strategic', accounts: 1, spend: 1000, pending: 0 },
        { from: 'prospect', to: 'strategic', accounts: 1, spend: 999, pending: 0 },
        { from: 'prospect', to: 'prospect', accounts: 2, spend: 1995, pending: 0 },
      ]),
    );
    expect(capacity).toMatchObject({ capacity: 2, before: 2 });
    const opened = await board.get(`t/aldermoor/rounds/${round}/accounts?from=prospect&to=strategic`);
    expect(opened.body.items).toMatchObject([{ id: accounts[1], state: 'accepted', decidedTo: 'strategic' }]);
    const file = await board.get(`t/aldermoor/rounds/${round}/accounts/export?format=csv&state=refused`);
    expect(file.text).toContain('Account CED');
  });

  it('closes with a reason for what is open, lets nothing change then, and opens again', async () => {
    expect((await head.post(`t/aldermoor/rounds/${round}/closing`, {})).body.code).toBe('round.still-open');
    expect(
      (await head.post(`t/aldermoor/rounds/${round}/closing`, { reason: 'One customer is in a tender' })).status,
    ).toBe(200);
    told(head);
    expect((await own(ines, accounts[3]!, 5)).body.code).toBe('round.closed');
    const nowhere = { accountIds: [accounts[2]], reason: 'No such round' };
    expect((await head.post('t/aldermoor/rounds/none/moves/refusal', nowhere)).status).toBe(404);
    const late = { accountIds: [accounts[2]], effectiveOn: '2026-01-01', reason: 'Too late' };
    expect((await head.post(`t/aldermoor/rounds/${round}/moves/acceptance`, late)).body.code).toBe('round.closed');
    expect((await head.post(`t/aldermoor/rounds/${round}/reopening`, { reason: 'The tender is over' })).status).toBe(
      200,
    );
    const moved = { dueOn: soon(30), reason: 'The tender took long' };
    expect((await head.put(`t/aldermoor/rounds/${round}/due`, moved)).status).toBe(200);
    const opened = `t/aldermoor/accounts/${accounts[0]}/scorings/reopening`;
    expect((await head.post(opened, { roundId: round, reason: 'New figures' })).status).toBe(200);
    expect((await head.get('t/aldermoor/rounds')).body.items).toMatchObject([{ id: round, state: 'open' }]);
  });

  it('under a draft moves nothing until the draft is published', async () => {
    await head.post(`t/aldermoor/rounds/${round}/closing`, { reason: 'Other criteria are coming' });
    await head.post('t/aldermoor/criteria-sets/draft', {});
    const { draft } = (await head.get('t/aldermoor/criteria-sets')).body;
    const bands = [
      { from: null, to: 500, score: 0 },
      { from: 500, to: null, score: 9 },
    ];
    const fed = (draft.criteria as { id: string }[]).map((one) =>
      one.id === 'spend-potential' ? { ...one, fed: { field: 'spend', bands } } : one,
    );
    expect((await head.put('t/aldermoor/criteria-sets/draft', { name: 'By figures', criteria: fed })).status).toBe(200);
    const body = {
      name: 'Preview',
      criteria: 'draft',
      filter: { q: 'DOG' },
      dueOn: soon(5),
      reason: 'What would move?',
    };
    round = (await head.post('t/aldermoor/rounds', body)).body.id as string;
    const account = accounts[3]!;
    await head.put(`t/aldermoor/rounds/${round}/scorers`, { accountIds: [account], scorerIds: [ids.head] });
    const typed = await own(head, account, 4);
    expect(typed.body.code).toBe('score.fed-typed-over');
    const { 'spend-potential': _, ...others } = all(4);
    expect((await own(head, account, 4, { scores: others })).status).toBe(200);
    expect((await sheet(head, account)).criteria.criteria[0]).toMatchObject({
      fed: { field: 'spend', value: 997, score: 9 },
    });
    expect((await settle(account)).status).toBe(200);
    expect(await present()).toMatchObject({ criteriaVersion: null, underDraft: true, unplaced: 1 });
    expect((await head.get(`t/aldermoor/accounts/${account}`)).body.scoring).toBeNull();
    expect((await head.post(`t/aldermoor/rounds/${round}/placement`, {})).body.code).toBe('round.criteria-draft');
    const today = soon(0);
    await head.post('t/aldermoor/criteria-sets/draft/publication', { effectiveOn: today, reason: 'Figures first' });
    expect((await head.post(`t/aldermoor/rounds/${round}/placement`, {})).status).toBe(200);
    expect(await present()).toMatchObject({ criteriaVersion: 2, unplaced: 0 });
    expect((await head.get(`t/aldermoor/accounts/${account}`)).body.scoring).toMatchObject({
      criteriaVersion: 2,
      fed: { 'spend-potential': { value: 997, score: 9 } },
    });
  });
});
