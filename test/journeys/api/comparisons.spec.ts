import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';

interface Change {
  readonly actionId: string;
  readonly change: number;
}

describe('results and comparisons over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let administrator: Caller;
  let leadId: string;
  let north: string;
  let south: string;
  let first: string;
  let second: string;

  const open = async (body: object): Promise<string> => {
    const opened = await lead.post(`${tenant}/audits`, {
      title: 'Audit',
      scope: { kind: 'programme' },
      auditDate: '2025-03-01',
      assessorIds: [leadId],
      ...body,
    });
    expect(opened.status).toBe(201);
    return opened.body.id as string;
  };
  const answer = async (auditId: string, answers: Readonly<Record<string, object>>) => {
    for (const [actionId, body] of Object.entries(answers)) {
      const answered = await lead.put(`${tenant}/audits/${auditId}/answers/${actionId}`, body);
      expect(answered.status).toBe(200);
    }
  };

  beforeAll(async () => {
    product = await startProduct();
    [lead, administrator] = await Promise.all([product.as('priya'), product.as('tessa')]);
    leadId = (await lead.get(`${tenant}/me`)).body.person.id as string;
    north = (await administrator.post(`${tenant}/divisions`, { code: 'N', name: 'North' })).body.id as string;
    south = (await administrator.post(`${tenant}/divisions`, { code: 'S', name: 'South' })).body.id as string;
    administrator.tells(lead);
    first = await open({ title: 'First', auditDate: '2025-03-01', catalogueVersion: 1 });
    await answer(first, {
      'A1-01': { score: 1, evidence: 'Draft charter' },
      'A1-02': { score: 3 },
      'A1-03': { score: 0 },
      'A1-04': { score: 2 },
    });
    second = await open({ title: 'Second', auditDate: '2026-03-01' });
    await answer(second, {
      'A1-01': { score: 3, evidence: 'Signed charter', evidenceOn: '2026-02-01' },
      'A1-02': { score: 2 },
      'A1-03': { notRelevant: true, because: 'No rival has key accounts.' },
    });
  }, 120_000);
  afterAll(() => product?.dispose());

  it('compare two audits of one scope, across catalogue versions, with the evidence of both sides', async () => {
    const { body } = await lead.get(`${tenant}/audits/compare?from=${first}&to=${second}`);
    expect(body.score).toEqual({ maximum: 387, from: 6, to: 5, change: -1 });
    expect(body.moved).toEqual([
      expect.objectContaining({
        actionId: 'A1-01',
        change: 2,
        from: { score: 1, evidence: 'Draft charter' },
        to: { score: 3, evidence: 'Signed charter', evidenceOn: '2026-02-01' },
      }),
      expect.objectContaining({ actionId: 'A1-02', change: -1 }),
      expect.objectContaining({ actionId: 'A1-04', change: -2, toState: 'unanswered', to: null }),
    ]);
    expect(body.restated).toEqual([
      expect.objectContaining({ actionId: 'A1-03', fromState: 'scored', toState: 'notRelevant' }),
    ]);
    expect(body.without).toEqual({ from: [], to: [] });
  });

  it('find the opposite the other way round, and nothing between an audit and itself', async () => {
    const there = (await lead.get(`${tenant}/audits/compare?from=${first}&to=${second}`)).body as { moved: Change[] };
    const back = (await lead.get(`${tenant}/audits/compare?from=${second}&to=${first}`)).body as { moved: Change[] };
    expect(back.moved.map(({ actionId, change }) => [actionId, -change])).toEqual(
      there.moved.map(({ actionId, change }) => [actionId, change]),
    );
    const itself = (await lead.get(`${tenant}/audits/compare?from=${first}&to=${first}`)).body;
    expect(itself).toMatchObject({ moved: [], restated: [], score: { change: 0 } });
    expect((await lead.get(`${tenant}/audits/compare?from=${first}&to=none`)).status).toBe(404);
    expect((await lead.get(`${tenant}/audits/compare?from=${first}`)).status).toBe(400);
  });

  it('count nothing of carried answers until they are confirmed, in results as in comparisons', async () => {
    const carried = await open({ title: 'Carried', auditDate: '2026-06-01', basedOn: second });
    const { body } = await lead.get(`${tenant}/audits/${carried}/results`);
    expect(body.overall).toMatchObject({ score: 0, answered: 0, notRelevant: 0, unconfirmed: 3, unanswered: 126 });
    expect(body.unconfirmed).toHaveLength(3);
    const compared = (await lead.get(`${tenant}/audits/compare?from=${second}&to=${carried}`)).body;
    expect(compared.score.change).toBe(-5);
    expect(compared.moved).toContainEqual(expect.objectContaining({ actionId: 'A1-01', toState: 'unconfirmed' }));
    expect(body.trail.map(({ unconfirmed }: { unconfirmed: number }) => unconfirmed)).toEqual([0, 0, 3]);
  });

  it('name the fewest actions that lift the current period over its threshold', async () => {
    const { body } = await lead.get(`${tenant}/audits/${second}/results?threshold=50`);
    expect(body.threshold).toBe(50);
    expect(body.next).toMatchObject({
      phase: 'A',
      period: 1,
      score: 5,
      target: 11,
      maximum: 21,
      needed: 6,
      reachable: true,
    });
    expect(body.next.actions).toHaveLength(2);
    for (const { gain } of body.next.actions as { gain: number }[]) expect(gain).toBe(3);
  });

  it('follow the threshold that the enterprise sets', async () => {
    const settings = `${tenant}/assessment-settings`;
    const before = await lead.get(`${tenant}/audits/${second}/results`);
    expect(before.body.threshold).toBe(80);
    const changed = await lead.put(settings, { threshold: 20, reason: 'A first step is enough for now' });
    expect(changed.status).toBe(200);
    expect((await lead.get(`${tenant}/audits/${second}/results`)).body).toMatchObject({
      threshold: 20,
      currentPeriod: { phase: 'A', period: 2 },
    });
  });

  it('put divisions side by side by their latest audits, with the actions on which they differ', async () => {
    const ofNorth = await open({ title: 'North', scope: { kind: 'division', divisionId: north } });
    const ofSouth = await open({ title: 'South', scope: { kind: 'division', divisionId: south } });
    await answer(ofNorth, { 'A1-01': { score: 3 }, 'A1-02': { score: 2 } });
    await answer(ofSouth, { 'A1-01': { score: 1 }, 'A1-02': { score: 2 } });
    const { body } = await lead.get(`${tenant}/audits/divisions`);
    expect(body.audits.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([ofNorth, ofSouth, second]));
    expect(body.audits[0].scope).toEqual({ kind: 'programme' });
    expect(body.standings).toHaveLength(3);
    expect(body.gaps).toMatchObject([{ actionId: 'A1-01', spread: 2 }]);
  });

  it('tell the trend of a scope over all its audits', async () => {
    const { points } = (await lead.get(`${tenant}/audits/trend`)).body as { points: Record<string, unknown>[] };
    expect(points.map(({ auditId, score }) => [auditId, score])).toEqual([
      [first, 6],
      [second, 5],
    ]);
    expect(points[0]).toMatchObject({ phases: [{ phase: 'A', score: 6, maximum: 78, percent: 7.7 }, {}, {}, {}] });
    const division = (await lead.get(`${tenant}/audits/trend?divisionId=${north}`)).body as { points: unknown[] };
    expect(division.points).toHaveLength(1);
  });
});
