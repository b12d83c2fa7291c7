import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const opening = { scope: { kind: 'programme' }, title: 'Spring audit', auditDate: '2025-03-01' };
const shown = { evidence: 'Minutes of the steering group', evidenceOn: '2025-02-10' };

describe('an audit from its assignment to its sign-off over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let assessor: Caller;
  let second: Caller;
  let board: Caller;
  let assessorId: string;
  let secondId: string;
  let audit: string;

  const idOf = (path: string) => path.split('/').at(-1)!;
  const openAudit = async (change: object = {}): Promise<string> => {
    const opened = await lead.post(`${tenant}/audits`, { ...opening, ...change });
    expect(opened.status).toBe(201);
    return `${tenant}/audits/${opened.body.id as string}`;
  };
  const personOf = async (caller: Caller) => (await caller.get(`${tenant}/me`)).body.person.id as string;

  beforeAll(async () => {
    product = await startProduct();
    [lead, assessor, second, board] = await Promise.all([
      product.as('priya'),
      product.as('amara'),
      product.as('ruth'),
      product.as('victor'),
    ]);
    [assessorId, secondId] = await Promise.all([personOf(assessor), personOf(second)]);
    audit = await openAudit();
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('assigning parts', () => {
    const awareness = { kind: 'period', phase: 'A', period: 1 };
    const processes = { kind: 'stream', stream: 'processes' };

    it('says who answers which part, and by when', async () => {
      const assignments = [
        { personId: assessorId, part: awareness, dueOn: '2025-04-01' },
        { personId: secondId, part: processes },
      ];
      expect(await lead.put(`${audit}/assignments`, { assignments })).toMatchObject({
        status: 200,
        body: { changed: true },
      });
      expect((await lead.get(audit)).body).toMatchObject({ assignments, assessorIds: [assessorId, secondId] });
      expect((await lead.put(`${audit}/assignments`, { assignments })).body).toMatchObject({ changed: false });
    });

    it('lets only who is assigned to a part answer it', async () => {
      expect((await assessor.put(`${audit}/answers/A1-01`, { score: 3, ...shown })).status).toBe(200);
      expect(await second.put(`${audit}/answers/A1-01`, { score: 3 })).toMatchObject({
        status: 403,
        body: { code: 'audit.part-not-assigned' },
      });
    });

    it('shows how far each is, what is overdue, and what nobody is assigned to', async () => {
      const { parts, gaps } = (await assessor.get(`${audit}/progress`)).body;
      expect(parts).toMatchObject([
        { personId: assessorId, part: awareness, actions: 7, settled: 1, unanswered: 6, overdue: true },
        { personId: secondId, part: processes, settled: 0, overdue: false },
      ]);
      expect(gaps).toContain('A2-01');
      expect(gaps).not.toContain('A1-02');
    });

    it('is refused for a part that is not there, with a date that is none, and to anyone but the lead', async () => {
      const nowhere = [{ personId: assessorId, part: { kind: 'stream', stream: 'finance' } }];
      expect(await lead.put(`${audit}/assignments`, { assignments: nowhere })).toMatchObject({
        status: 422,
        body: { code: 'audit.part-unknown' },
      });
      const never = [{ personId: assessorId, part: awareness, dueOn: '2025-02-30' }];
      expect((await lead.put(`${audit}/assignments`, { assignments: never })).status).toBe(400);
      const sound = [{ personId: assessorId, part: awareness }];
      expect((await assessor.put(`${audit}/assignments`, { assignments: sound })).status).toBe(403);
    });

    it('stands in the history with the names of the parts', async () => {
      const { items } = (await lead.get(`${tenant}/history/of/audit/${idOf(audit)}`)).body;
      expect(items.find(({ kind }: { kind: string }) => kind === 'audit-assessors')).toMatchObject({
        before: [],
        after: [{ person: assessorId, part: 'A1 Awareness', dueOn: '2025-04-01' }, { part: 'Processes' }],
      });
    });
  });

  describe('an answer', () => {
    it('keeps confidence and links, of the web only', async () => {
      const links = [{ url: 'https://intranet.example/charter', title: 'Charter' }];
      await assessor.put(`${audit}/answers/A1-02`, { score: 3, links, confidence: 'low' });
      const { answers } = (await assessor.get(audit)).body;
      expect(answers[1]).toMatchObject({ answer: { score: 3, links, confidence: 'low' }, confirmed: true });
      const script = { score: 3, links: [{ url: 'javascript:alert(1)' }] };
      expect((await assessor.put(`${audit}/answers/A1-03`, script)).status).toBe(400);
    });
  });

  describe('signing off', () => {
    const signOff = (body: object, by = lead) => by.post(`${audit}/sign-off`, body);
    const unansweredBecause = 'The other periods are next year';
    let digest: string;

    it('names what to look at first', async () => {
      await assessor.put(`${audit}/answers/A1-03`, { score: 3 });
      assessor.tells(lead);
      const { hints } = (await lead.get(`${audit}/hints`)).body;
      expect(hints.map(({ id }: { id: string }) => id)).toEqual([
        'complete-without-evidence:A1-03',
        'answered-in-haste:A1-01:A1-02:A1-03',
        'unsure-of-complete:A1-02',
      ]);
    });

    it('is refused with actions unanswered without a reason, and with hints nobody accepted', async () => {
      expect(await signOff({})).toMatchObject({ status: 422, body: { code: 'audit.unanswered' } });
      expect(await signOff({ unansweredBecause })).toMatchObject({ status: 422, body: { code: 'audit.hints-open' } });
    });

    it('is for the programme lead', async () => {
      for (const person of [assessor, board]) {
        expect((await signOff({ unansweredBecause }, person)).status).toBe(403);
        expect((await person.post(`${audit}/reopen`, { reason: 'Why' })).status).toBe(403);
      }
    });

    it('pins the answers, which the check confirms', async () => {
      const { hints } = (await lead.get(`${audit}/hints`)).body;
      const acceptedHints = hints.map(({ id }: { id: string }) => id);
      expect((await signOff({ unansweredBecause, acceptedHints, note: 'Agreed' })).status).toBe(200);
      const { items, digest: present } = (await lead.get(`${audit}/sign-offs`)).body;
      expect(items).toMatchObject([
        {
          score: 9,
          maximum: 387,
          answered: 3,
          unanswered: 126,
          unansweredBecause,
          note: 'Agreed',
          ownAnswers: 0,
          unchanged: true,
          reopened: null,
        },
      ]);
      expect(items[0].acceptedHints).toHaveLength(3);
      expect(items[0].digest).toBe(present);
      digest = present;
      const { status, signedOff } = (await board.get(audit)).body;
      expect(status).toBe('signed-off');
      expect(signedOff).toMatchObject({ by: await personOf(lead), digest });
      const listed = (await board.get(`${tenant}/audits?status=signed-off`)).body.items;
      expect(listed).toMatchObject([{ id: idOf(audit) }]);
    });

    it('refuses every change from then on', async () => {
      const signed = { status: 409, body: { code: 'audit.signed-off' } };
      const answer = { score: 1, reason: 'Seen again' };
      expect(await assessor.put(`${audit}/answers/A1-01`, answer)).toMatchObject(signed);
      expect(await lead.put(`${audit}/assessors`, { assessorIds: [secondId] })).toMatchObject(signed);
      expect(await assessor.post(`${audit}/confirmations`, { actionIds: ['A1-01'] })).toMatchObject(signed);
      expect((await signOff({ unansweredBecause })).body).toMatchObject({ changed: false });
    });

    it('ends with a reason; what was signed stays listed, and is told to be another by now', async () => {
      expect(await lead.post(`${audit}/reopen`, {})).toMatchObject({
        status: 422,
        body: { code: 'audit.reason-missing' },
      });
      expect((await lead.post(`${audit}/reopen`, { reason: 'A file was missed' })).status).toBe(200);
      const correction = { score: 2, ...shown, reason: 'The file says otherwise' };
      expect((await assessor.put(`${audit}/answers/A1-01`, correction)).status).toBe(200);
      await assessor.get(audit);
      const { items } = (await assessor.get(`${audit}/sign-offs`)).body;
      expect(items).toMatchObject([{ digest, unchanged: false, reopened: { because: 'A file was missed' } }]);
      expect((await lead.post(`${audit}/reopen`, { reason: 'Again' })).body).toMatchObject({ changed: false });
    });
  });

  describe('starting from an earlier audit', () => {
    let later: string;

    it('carries its answers over, and counts none of them', async () => {
      later = await openAudit({
        title: 'Autumn audit',
        auditDate: '2025-09-01',
        basedOn: idOf(audit),
        assessorIds: [assessorId],
      });
      const { answers, ...facts } = (await lead.get(later)).body;
      expect(facts).toMatchObject({
        basedOn: idOf(audit),
        score: 0,
        status: 'not-started',
        progress: { answered: 0, unconfirmed: 3, unanswered: 126 },
      });
      expect(answers[0]).toMatchObject({
        actionId: 'A1-01',
        answer: { score: 2 },
        confirmed: false,
        carriedFrom: idOf(audit),
        answeredBy: assessorId,
      });
      const { overall } = (await lead.get(`${later}/results`)).body;
      expect(overall).toMatchObject({ score: 0, unconfirmed: 3, unanswered: 126 });
    });

    it('counts what is confirmed, all named or none, and what is changed without a reason', async () => {
      const confirm = (...actionIds: string[]) => assessor.post(`${later}/confirmations`, { actionIds });
      expect(await confirm('A1-01', 'A1-04')).toMatchObject({ status: 422, body: { code: 'answer.not-carried' } });
      expect((await confirm('A1-01')).status).toBe(200);
      expect((await confirm('A1-01')).body).toMatchObject({ changed: false });
      expect((await assessor.put(`${later}/answers/A1-02`, { score: 1 })).status).toBe(200);
      expect((await assessor.get(later)).body).toMatchObject({ score: 3, progress: { answered: 2, unconfirmed: 1 } });
      expect((await second.post(`${later}/confirmations`, { actionIds: ['A1-03'] })).status).toBe(403);
    });

    it('cannot be signed off while an answer waits to be confirmed', async () => {
      expect(await lead.post(`${later}/sign-off`, { unansweredBecause: 'Next year' })).toMatchObject({
        status: 422,
        body: { code: 'audit.unconfirmed' },
      });
    });

    it('is refused from another scope, a later audit, or one that is not there', async () => {
      const tryFrom = (change: object) => lead.post(`${tenant}/audits`, { ...opening, ...change });
      expect((await tryFrom({ basedOn: 'never-was' })).status).toBe(404);
      expect(await tryFrom({ basedOn: idOf(later) })).toMatchObject({
        status: 422,
        body: { code: 'audit.based-on-later' },
      });
      const consultant = await product.as('ruth');
      expect((await consultant.post('t/brackwater/audits', { ...opening, basedOn: idOf(audit) })).status).not.toBe(201);
    });
  });
});
