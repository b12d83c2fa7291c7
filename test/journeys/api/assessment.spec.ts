import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const unknownDivision = { kind: 'division', divisionId: 'no-such-division' };
const opening = {
  scope: { kind: 'programme' },
  title: 'Spring audit',
  auditDate: '2025-03-01',
  programmeStartedOn: '2024-09-01',
};

describe('assessment over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let assessor: Caller;
  let board: Caller;
  let assessorId: string;
  let audit: string;

  const openAudit = async (body: object = opening): Promise<string> => {
    const opened = await lead.post(`${tenant}/audits`, body);
    expect(opened.status).toBe(201);
    return `${tenant}/audits/${opened.body.id as string}`;
  };

  beforeAll(async () => {
    product = await startProduct();
    [lead, assessor, board] = await Promise.all([product.as('priya'), product.as('amara'), product.as('victor')]);
    assessorId = (await assessor.get(`${tenant}/me`)).body.person.id as string;
    audit = await openAudit();
    expect((await lead.put(`${audit}/assessors`, { assessorIds: [assessorId] })).status).toBe(200);
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('the catalogue', () => {
    it('is public: 129 actions with exactly what a client relies on', async () => {
      const response = await fetch(`${product.url}/api/catalogues/phase-audit/1`);
      const body = (await response.json()) as { version: number; actions: Record<string, unknown>[] };
      expect(response.status).toBe(200);
      expect(Object.keys(body).sort()).toEqual(['actions', 'version']);
      expect(body.actions).toHaveLength(129);
      for (const action of body.actions) {
        expect(Object.keys(action)).toEqual(['id', 'phase', 'period', 'stream', 'contributoryStream', 'label', 'help']);
      }
    });

    it('has a structure, and no other version', async () => {
      const structure = await fetch(`${product.url}/api/catalogues/phase-audit/1/structure`);
      expect(((await structure.json()) as { periods: unknown[] }).periods).toHaveLength(12);
      for (const version of ['3', '0', '01', 'one']) {
        expect((await fetch(`${product.url}/api/catalogues/phase-audit/${version}`)).status).toBe(404);
      }
    });
  });

  describe('opening an audit', () => {
    it('gives an audit that nobody has answered, the same one for a repeated request', async () => {
      const key = { 'idempotency-key': 'open-the-audit-once' };
      const one = await lead.post(`${tenant}/audits`, opening, key);
      const again = await lead.post(`${tenant}/audits`, opening, key);
      expect(one.body).toMatchObject({ version: 1, changed: true });
      expect(again.body).toMatchObject({ id: one.body.id as string, version: 1, changed: false });
      const { body, headers } = await board.get(`${tenant}/audits/${one.body.id}`, {
        position: one.headers['position']!,
      });
      expect(headers['etag']).toBe('"1"');
      expect(body).toMatchObject({
        ...opening,
        catalogueVersion: 2,
        assessorIds: [],
        status: 'not-started',
        progress: { actions: 129, answered: 0, notRelevant: 0, unanswered: 129 },
        answers: [],
      });
    });

    it('is refused for a division that does not exist, naming field and rule', async () => {
      const refused = await lead.post(`${tenant}/audits`, { ...opening, scope: unknownDivision });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ code: 'audit.division-unknown' });
    });

    it('is refused without a title or with a date that does not exist', async () => {
      const refused = await lead.post(`${tenant}/audits`, { ...opening, title: ' ', auditDate: '2025-02-30' });
      expect(refused.status).toBe(400);
      expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual(['title', 'auditDate']);
    });

    it('is for the programme lead', async () => {
      for (const person of [assessor, board]) expect((await person.post(`${tenant}/audits`, opening)).status).toBe(403);
      expect((await board.put(`${audit}/assessors`, { assessorIds: [assessorId] })).status).toBe(403);
    });
  });

  describe('answering', () => {
    const answer = (actionId: string) => `${audit}/answers/${actionId}`;

    it('keeps a score with its evidence, and says it back at once', async () => {
      const body = { score: 2, evidence: 'Charter, section 2', evidenceOn: '2025-02-10' };
      expect(await assessor.put(answer('A1-01'), body)).toMatchObject({ status: 200, body: { changed: true } });
      const { answers } = (await assessor.get(audit)).body;
      expect(answers).toMatchObject([{ actionId: 'A1-01', answer: body, answeredBy: assessorId, corrections: 0 }]);
    });

    it('changes nothing when the same is said again', async () => {
      await assessor.put(answer('A1-02'), { score: 1 });
      expect((await assessor.put(answer('A1-02'), { score: 1 })).body).toMatchObject({ changed: false });
    });

    it('corrects only with a reason', async () => {
      await assessor.put(answer('A1-03'), { score: 1 });
      const refused = await assessor.put(answer('A1-03'), { score: 3 });
      expect(refused).toMatchObject({ status: 422, body: { code: 'answer.reason-missing' } });
      expect((await assessor.put(answer('A1-03'), { score: 3, reason: 'Seen in use' })).body).toMatchObject({
        changed: true,
      });
    });

    it('takes not relevant with a because, and counts it 0 within the maximum', async () => {
      const refused = await assessor.put(answer('A1-04'), { notRelevant: true });
      expect(refused).toMatchObject({ status: 422, body: { code: 'answer.because-missing' } });
      await assessor.put(answer('A1-04'), { notRelevant: true, because: 'One country only' });
      const { periods, notRelevant } = (await assessor.get(`${audit}/results`)).body;
      expect(periods[0]).toMatchObject({ score: 6, maximum: 21, answered: 3, notRelevant: 1, unanswered: 3 });
      expect(notRelevant).toEqual([{ actionId: 'A1-04', because: 'One country only' }]);
    });

    it('is refused to whoever is not assigned, the programme lead included', async () => {
      expect(await lead.put(answer('A1-05'), { score: 1 })).toMatchObject({
        status: 403,
        body: { code: 'audit.not-assigned' },
      });
      expect((await board.put(answer('A1-05'), { score: 1 })).status).toBe(403);
    });

    it('is open to the programme lead once assigned', async () => {
      const own = await openAudit();
      const leadId = (await lead.get(`${tenant}/me`)).body.person.id as string;
      await lead.put(`${own}/assessors`, { assessorIds: [leadId] });
      expect((await lead.put(`${own}/answers/A1-01`, { score: 1 })).status).toBe(200);
      expect((await assessor.put(`${own}/answers/A1-01`, { score: 1 })).status).toBe(403);
    });

    it('is refused for an unknown action or audit, a score off the scale, and evidence of tomorrow', async () => {
      expect((await assessor.put(answer('A1-99'), { score: 1 })).status).toBe(404);
      expect((await assessor.put(`${tenant}/audits/none/answers/A1-01`, { score: 1 })).status).toBe(404);
      for (const score of [4, -1, 1.5, '2']) expect((await assessor.put(answer('A1-05'), { score })).status).toBe(400);
      const ahead = await assessor.put(answer('A1-05'), { score: 1, evidenceOn: '2999-01-01' });
      expect(ahead).toMatchObject({ status: 422, body: { code: 'answer.evidence-in-future' } });
    });

    it('is refused with 412 where the audit has changed since it was read', async () => {
      const stale = await assessor.put(answer('A1-06'), { score: 1 }, { 'if-match': '"1"' });
      expect(stale.status).toBe(412);
      const { etag } = (await assessor.get(audit)).headers;
      expect((await assessor.put(answer('A1-06'), { score: 0 }, { 'if-match': etag! })).status).toBe(200);
    });

    it('keeps answers that two assessors give at the same moment', async () => {
      const both = await openAudit();
      const leadId = (await lead.get(`${tenant}/me`)).body.person.id as string;
      await lead.put(`${both}/assessors`, { assessorIds: [leadId, assessorId] });
      const outcomes = await Promise.all([
        lead.put(`${both}/answers/B1-01`, { score: 1 }),
        assessor.put(`${both}/answers/B1-02`, { score: 2 }),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([200, 200]);
      await assessor.get(both);
      expect((await lead.get(`${both}/results`)).body.overall).toMatchObject({ score: 3, answered: 2 });
    });
  });

  describe('reading', () => {
    it('lists own audits for an assessor, by state and scope', async () => {
      const { items } = (await assessor.get(`${tenant}/audits?mine=true&scope=programme&status=under-way`)).body;
      expect(items.map(({ id }: { id: string }) => `${tenant}/audits/${id}`)).toContain(audit);
      expect((await assessor.get(`${tenant}/audits?status=complete`)).body).toMatchObject({
        items: [],
        total: 0,
        next: null,
      });
      expect((await assessor.get(`${tenant}/audits?sort=nothing`)).status).toBe(400);
    });

    it('tells where the programme stands, under another threshold too', async () => {
      const { body } = await board.get(`${audit}/results`);
      expect(body).toMatchObject({
        currentPeriod: { phase: 'A', period: 1 },
        road: { maximum: 387, borders: [78, 183, 288], phase: 'A' },
        pace: { months: 6, verdict: 'typical' },
      });
      expect(body.cells.length).toBeGreaterThan(30);
      const easy = (await board.get(`${audit}/results?threshold=20`)).body;
      expect(easy.currentPeriod).toEqual({ phase: 'A', period: 2 });
      expect((await board.get(`${audit}/results?threshold=0`)).status).toBe(400);
    });

    it('compares two audits with the evidence of both', async () => {
      const next = await openAudit({ ...opening, title: 'Autumn audit', auditDate: '2025-09-01' });
      await lead.put(`${next}/assessors`, { assessorIds: [assessorId] });
      await assessor.put(`${next}/answers/A1-01`, { score: 3, evidence: 'Charter signed' });
      const [from, to] = [audit, next].map((path) => path.split('/').at(-1));
      const { body } = await assessor.get(`${tenant}/audits/compare?from=${from}&to=${to}`);
      expect(body.moved).toContainEqual({
        actionId: 'A1-01',
        change: 1,
        fromState: 'scored',
        from: { score: 2, evidence: 'Charter, section 2', evidenceOn: '2025-02-10' },
        toState: 'scored',
        to: { score: 3, evidence: 'Charter signed' },
      });
      expect((await assessor.get(`${tenant}/audits/compare?from=${from}&to=none`)).status).toBe(404);
      expect((await assessor.get(`${tenant}/audits/compare?from=${from}`)).status).toBe(400);
    });

    it('exports every action, answered or not', async () => {
      const { text, headers } = await assessor.get(`${audit}/export`);
      expect(headers['content-type']).toContain('text/csv');
      const lines = text.trim().split('\n');
      expect(lines).toHaveLength(130);
      expect(lines[0]).toContain('Action id,Phase,Period');
      expect(lines.find((line) => line.startsWith('A1-04'))).toContain('not relevant');
      expect(lines.find((line) => line.startsWith('D3-09'))).toContain('unanswered');
      expect((await assessor.get(`${tenant}/audits/export`)).text).toContain('Spring audit');
    });

    it('knows nothing of an audit before it was opened, and changes nothing in the past', async () => {
      const past = '?asAt=2020-01-01T00:00:00Z';
      expect((await board.get(`${audit}${past}`)).status).toBe(404);
      expect((await board.get(`${audit}/results${past}`)).status).toBe(404);
      expect((await board.get(`${tenant}/audits${past}`)).body).toMatchObject({ items: [], total: 0 });
      expect((await assessor.put(`${audit}/answers/A1-07${past}`, { score: 1 })).status).toBe(400);
    });

    it('has nothing for another enterprise: same answer as for what never existed', async () => {
      const consultant = await product.as('ruth');
      const id = audit.split('/').at(-1)!;
      const theirs = await consultant.get(`t/brackwater/audits/${id}`);
      const nobodys = await consultant.get('t/brackwater/audits/never-was');
      expect(theirs.status).toBe(404);
      expect(Object.keys(theirs.body)).toEqual(Object.keys(nobodys.body));
      expect((await consultant.get('t/brackwater/audits')).body.total).toBe(0);
    });
  });
});
