import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';

describe('plans over HTTP', () => {
  let product: ProductUnderTest;
  let head: Caller;
  let lead: Caller;
  let otherManager: Caller;
  let board: Caller;
  let account: string;
  let plan: string;
  let content: ReturnType<typeof document>;

  const me = async (caller: Caller) => (await caller.get(`${tenant}/me`)).body.person.id as string;
  const register = async (code: string, leadId: string, divisionId: string) => {
    const facts = { code, name: `Account ${code}`, industry: 'Food', countries: ['DE'], divisionIds: [divisionId] };
    const { body } = await head.post(`${tenant}/accounts`, { ...facts, leadId, sponsorId: null, spend: 1_000 });
    const decision = { category: 'strategic', effectiveOn: '2026-01-01', reason: 'Chosen' };
    const decided = await head.post(`${tenant}/accounts/${body.id}/categorisation`, decision);
    expect(decided.status).toBeLessThan(300);
    return body.id as string;
  };
  const save = (caller: Caller, over: object, reason = 'Half-year talk', headers = {}) =>
    caller.put(plan, { content: { ...content, ...over }, reason }, headers);
  const document = (ownerId: string, divisionId: string) => ({
    horizonYears: 3,
    relationshipPlan: 'We know purchasing.\n\nWe should know their Board.',
    revenuePlan: 'We double the service business.',
    criticalSuccessFactors: [{ id: 'f-1', text: 'One price list' }],
    objectives: [
      {
        id: 'o-1',
        title: 'Share of wallet',
        measure: 'Our part',
        baseline: 20,
        target: 35,
        unit: '%',
        dueOn: '2028-12-31',
      },
    ],
    actions: [
      { id: 'a-1', title: 'Agree the forecast', ownerId, dueOn: '2025-04-30', state: 'open', objectiveId: 'o-1' },
    ],
    forecast: [{ year: 2026, divisionId, revenue: 1_000, margin: 200 }],
  });

  beforeAll(async () => {
    product = await startProduct();
    const administrator = await product.as('tessa');
    [head, lead, otherManager, board] = await Promise.all([
      product.as('marcus'),
      product.as('ines'),
      product.as('jonas'),
      product.as('victor'),
    ]);
    const division = (await administrator.post(`${tenant}/divisions`, { code: 'NO', name: 'Nordics' })).body
      .id as string;
    const leadId = await me(lead);
    account = await register('P-1', leadId, division);
    await register('P-2', leadId, division);
    plan = `${tenant}/accounts/${account}/plan`;
    content = document(leadId, division);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('do not exist until the lead writes one', async () => {
    expect((await head.get(plan)).body).toMatchObject({ state: 'none', version: 0, current: null, mayWrite: true });
    expect((await otherManager.get(plan)).body).toMatchObject({ mayWrite: false });
    expect(await save(otherManager, {})).toMatchObject({ status: 403, body: { code: 'plan.not-yours' } });
    expect((await save(board, {})).status).toBe(403);
    expect((await save(lead, {}, '', { 'if-match': '"0"' })).body).toMatchObject({ version: 1, changed: true });
    expect((await lead.get(plan)).body).toMatchObject({
      state: 'live',
      version: 1,
      current: { revision: 1, content },
      overdueActionIds: ['a-1'],
    });
  });

  it('are refused for an account, a division or a horizon that there is not', async () => {
    const elsewhere = `${tenant}/accounts/no-such-account/plan`;
    expect((await head.put(elsewhere, { content, reason: 'X' })).status).toBe(404);
    expect((await head.get(elsewhere)).status).toBe(404);
    const unknown = [{ ...content.forecast[0]!, divisionId: 'no-such-division' }];
    expect((await save(lead, { forecast: unknown })).body.code).toBe('plan.division-unknown');
    expect((await save(lead, { horizonYears: 2 })).body.code).toBe('plan.horizon-too-short');
    expect(await save(lead, { actions: [{ id: 'a-1' }] })).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ field: 'content.actions.0.title' })]) },
    });
  });

  it('become revisions, each with its reason, and any two can be compared', async () => {
    expect((await save(lead, { revenuePlan: 'We treble the service business.' }, '')).body.code).toBe(
      'plan.reason-missing',
    );
    expect((await save(lead, {}, '')).body).toMatchObject({ version: 1, changed: false });
    const later = {
      revenuePlan: 'We treble the service business.',
      forecast: [{ ...content.forecast[0]!, revenue: 1_250 }],
    };
    expect((await save(lead, later)).body).toMatchObject({ version: 2, changed: true });
    const { body } = await lead.get(`${plan}/compare?from=1&to=2`);
    expect(body.changes).toMatchObject([
      { section: 'revenuePlan', words: expect.arrayContaining([{ kind: 'added', text: 'treble' }]) },
      { section: 'forecast', field: 'revenue', before: 1_000, after: 1_250, difference: 250 },
    ]);
    expect((await lead.get(`${plan}/revisions/1`)).body.content).toEqual(content);
    expect((await lead.get(`${plan}/revisions`)).body.revisions).toMatchObject([{ revision: 2 }, { revision: 1 }]);
    for (const unknown of ['revisions/3', 'revisions/0', 'revisions/x', 'compare?from=1&to=9']) {
      expect((await lead.get(`${plan}/${unknown}`)).status).toBe(404);
    }
  });

  it('cannot be overwritten unseen by a second editor', async () => {
    const { headers } = await lead.get(plan);
    const both = { 'if-match': headers['etag']! };
    expect((await save(head, { revenuePlan: 'As the head says.' }, 'Mine', both)).status).toBe(200);
    expect(await save(lead, { revenuePlan: 'As the lead says.' }, 'Mine', both)).toMatchObject({
      status: 412,
      body: { code: 'record.changed', changes: [{ version: 3, type: 'planning.PlanRevised' }] },
    });
  });

  it('are reviewed by those who answer for them, not before the day has come', async () => {
    const reviewedOn = new Date().toISOString().slice(0, 10);
    expect(await otherManager.post(`${plan}/reviews`, { reviewedOn })).toMatchObject({ status: 403 });
    expect(await lead.post(`${plan}/reviews`, { reviewedOn: '2099-01-01' })).toMatchObject({ status: 422 });
    expect(await lead.post(`${plan}/reviews`, { reviewedOn, note: 'Holds' })).toMatchObject({ status: 201 });
    expect((await lead.get(plan)).body).toMatchObject({ reviewedOn, state: 'live' });
    expect((await lead.get(`${plan}/revisions`)).body.reviews).toMatchObject([
      { reviewedOn, note: 'Holds', revision: 3 },
    ]);
  });

  it('are listed and counted for the Board, accounts without one included', async () => {
    const { headers } = await lead.get(`${tenant}/plans`);
    expect(headers['content-type']).toContain('json');
    const { body: summary } = await lead.get(`${tenant}/plans/summary`);
    expect(summary).toEqual({ live: 1, stale: 0, none: 1, overdueActions: 1, reviewDays: 90 });
    expect((await board.get(`${tenant}/plans?state=none`)).body.items).toMatchObject([{ code: 'P-2' }]);
    expect((await board.get(`${tenant}/plans/export`)).text).toContain('P-1,Account P-1,Strategic');
    expect((await board.get(`${tenant}/plans?sort=nonsense`)).status).toBe(400);
  });

  it('are told in the audit history with before, after and why', async () => {
    const { body } = await board.get(`${tenant}/history?kind=plan-revision`);
    const [latest] = body.items;
    expect(latest).toMatchObject({ subject: { type: 'plan', id: account }, why: 'Mine', detail: 'revision 3' });
    expect(latest.before).toMatchObject([{ section: 'revenuePlan', before: 'We treble the service business.' }, {}]);
  });

  it('of one enterprise do not exist for another', async () => {
    const other = await product.as('owen');
    expect((await other.get(plan)).status).toBe(404);
    expect((await other.get(`t/brackwater/accounts/${account}/plan`)).status).toBe(404);
    expect((await other.get('t/brackwater/plans')).body.total).toBe(0);
  });
});
