import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Task {
  readonly kind: string;
  readonly count: number | null;
  readonly reminderId: string | null;
}

describe('tasks over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let amara: Caller;
  let amaraId: string;
  let auditId: string;
  const audit = () => `${tenant}/audits/${auditId}`;
  const tasks = async (of: Caller) => (await of.get(`${tenant}/home`)).body.tasks as Task[];
  const remind = (body: object) => lead.post(`${audit()}/reminders`, body);

  beforeAll(async () => {
    product = await startProduct();
    [lead, amara] = await Promise.all([product.as('priya'), product.as('amara')]);
    amaraId = (await amara.get(`${tenant}/me`)).body.person.id as string;
    const opening = { scope: { kind: 'programme' }, title: 'Spring audit', auditDate: '2025-03-01' };
    auditId = (await lead.post(`${tenant}/audits`, opening)).body.id as string;
    const assignments = [
      { personId: amaraId, part: { kind: 'period', phase: 'A', period: 1 }, dueOn: day(-3) },
      { personId: amaraId, part: { kind: 'period', phase: 'B', period: 1 }, dueOn: day(5) },
      { personId: amaraId, part: { kind: 'period', phase: 'C', period: 1 } },
    ];
    expect((await lead.put(`${audit()}/assignments`, { assignments })).status).toBe(200);
    lead.tells(amara);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('tell an assessor what is left of each part: overdue, falling due, and without a date', async () => {
    expect(await tasks(amara)).toMatchObject([
      { kind: 'audit-overdue', title: 'Spring audit', detail: expect.stringMatching(/^A1 /), dueOn: day(-3) },
      { kind: 'audit-due', detail: expect.stringMatching(/^B1 /), dueOn: day(5) },
      { kind: 'answer-audit', detail: expect.stringMatching(/^C1 /), dueOn: null },
    ]);
    const before = (await tasks(amara))[0]!.count!;
    expect((await amara.put(`${audit()}/answers/A1-01`, { score: 1 })).status).toBe(200);
    expect((await tasks(amara))[0]!.count).toBe(before - 1);
  });

  it('hold a reminder until its assessor dismisses it', async () => {
    const sent = await remind({ personId: amaraId, note: 'The Board meets on Monday' });
    expect(sent.status).toBe(201);
    lead.tells(amara);
    const waiting = (await tasks(amara)).find(({ kind }) => kind === 'audit-reminder')!;
    expect(waiting).toMatchObject({ reminderId: sent.body.id, detail: 'The Board meets on Monday' });
    const dismissal = `${audit()}/reminders/${waiting.reminderId}/dismissal`;
    expect((await lead.post(dismissal, undefined)).body).toMatchObject({ status: 403, code: 'reminder.not-yours' });
    expect((await amara.post(dismissal, undefined)).body).toMatchObject({ changed: true });
    expect((await tasks(amara)).map(({ kind }) => kind)).not.toContain('audit-reminder');
    amara.tells(lead);
    expect((await lead.get(`${audit()}/reminders`)).body.items).toMatchObject([
      { personId: amaraId, note: 'The Board meets on Monday', dueOn: day(-3), dismissedAt: expect.any(String) },
    ]);
  });

  it('are sent only by the lead, and only to whom something is left', async () => {
    const nobody = await remind({ personId: 'somebody' });
    expect(nobody.body).toMatchObject({ status: 422, code: 'reminder.nothing-left' });
    const byAmara = await amara.post(`${audit()}/reminders`, { personId: amaraId });
    expect(byAmara.body).toMatchObject({ status: 403, code: 'permission.missing' });
    expect((await lead.post(`${tenant}/audits/none/reminders`, { personId: amaraId })).status).toBe(404);
  });

  it('bring a question to whom it names, the answer to who asked, and what is open to the lead', async () => {
    const place = `${audit()}/discussion/A1-02`;
    const asked = await lead.post(place, { kind: 'question', text: `Which year, @[${amaraId}]?` });
    lead.tells(amara);
    expect((await tasks(amara)).map(({ kind }) => kind)).toContain('question-asked');
    expect((await tasks(lead)).map(({ kind }) => kind)).toContain('audit-questions');
    expect((await amara.post(place, { text: 'Last year.', answers: asked.body.id as string })).status).toBe(201);
    amara.tells(lead);
    expect((await tasks(amara)).map(({ kind }) => kind)).not.toContain('question-asked');
    expect((await tasks(lead)).map(({ kind }) => kind)).toContain('question-answered');
    const settled = { resolved: true };
    expect((await lead.put(`${place}/${asked.body.id as string}/resolution`, settled)).status).toBe(200);
    expect((await tasks(lead)).map(({ kind }) => kind)).not.toContain('question-answered');
  });
});
