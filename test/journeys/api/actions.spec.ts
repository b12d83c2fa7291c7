import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const litmus = (question: string, subjectId: string) => ({ kind: 'litmus', test: 'organisation', subjectId, question });

describe('programme actions over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let unitHead: Caller;
  let manager: Caller;
  let board: Caller;
  let managerId: string;
  let leadId: string;
  let division: string;
  let audit: string;

  const raise = async (more: object = {}, by = lead): Promise<string> => {
    const body = { title: 'Agree the charter', ownerId: managerId, dueOn: '2030-06-30', ...more };
    const raised = await by.post(`${tenant}/actions`, body);
    expect(raised.status).toBe(201);
    by.tells(lead, unitHead, manager, board);
    return `${tenant}/actions/${raised.body.id as string}`;
  };
  const idOf = (path: string) => path.split('/').at(-1)!;

  beforeAll(async () => {
    product = await startProduct();
    const administrator = await product.as('tessa');
    [lead, unitHead, manager, board] = await Promise.all([
      product.as('priya'),
      product.as('marcus'),
      product.as('ines'),
      product.as('victor'),
    ]);
    managerId = (await manager.get(`${tenant}/me`)).body.person.id as string;
    leadId = (await lead.get(`${tenant}/me`)).body.person.id as string;
    division = (await administrator.post(`${tenant}/divisions`, { code: 'N', name: 'North' })).body.id as string;
    administrator.tells(lead);
    const scope = { kind: 'division', divisionId: division };
    audit = (await lead.post(`${tenant}/audits`, { scope, title: 'North audit', auditDate: '2025-03-01' })).body
      .id as string;
  }, 120_000);
  afterAll(() => product?.dispose());

  it('are raised from a finding of an audit, and belong to its division', async () => {
    const path = await raise({
      description: 'One page, signed',
      source: { kind: 'audit-action', auditId: audit, actionId: 'A1-02' },
    });
    const { body, headers } = await board.get(path);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      id: idOf(path),
      title: 'Agree the charter',
      description: 'One page, signed',
      ownerId: managerId,
      state: 'open',
      overdue: false,
      divisionId: division,
      source: { kind: 'audit-action', auditId: audit, actionId: 'A1-02' },
      raisedBy: leadId,
    });
  });

  it('are raised once, however often the request is repeated', async () => {
    const body = { title: 'Once', ownerId: managerId, dueOn: '2030-01-01' };
    const key = { 'idempotency-key': 'raise-once' };
    const one = await lead.post(`${tenant}/actions`, body, key);
    const again = await lead.post(`${tenant}/actions`, body, key);
    expect(again.body).toMatchObject({ id: one.body.id as string, changed: false });
  });

  it.each([
    ['no title', { title: ' ' }, 400, 'title'],
    ['no date', { dueOn: 'soon' }, 400, 'dueOn'],
    [
      'an audit that is not there',
      { source: { kind: 'audit-action', auditId: 'none', actionId: 'A1-02' } },
      422,
      'auditId',
    ],
    [
      'an organisation assessment that is not there',
      { source: { kind: 'organisation-cell', assessmentId: 'none', element: 'A', group: 'kam-unit' } },
      422,
      'assessmentId',
    ],
    ['a question that no litmus test asks', { source: litmus('Z9', 'programme') }, 422, 'question'],
    ['a subject that the test is not about', { source: litmus('O1', 'some account') }, 422, 'subjectId'],
    ['an account that is not there', { accountId: 'none' }, 422, 'accountId'],
    ['a division that is not there', { divisionId: 'none' }, 422, 'divisionId'],
  ])('are refused with %s', async (_, more, status, field) => {
    const body = { title: 'Agree the charter', ownerId: managerId, dueOn: '2030-06-30', ...more };
    const refused = await lead.post(`${tenant}/actions`, body);
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(field);
  });

  it('are refused for an action that the audit does not ask about', async () => {
    const source = { kind: 'audit-action', auditId: audit, actionId: 'A1-99' };
    const refused = await lead.post(`${tenant}/actions`, {
      title: 'X',
      ownerId: managerId,
      dueOn: '2030-06-30',
      source,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('action.source-unknown');
  });

  it('are refused with a finding that is not there, whatever division is named', async () => {
    const source = { kind: 'audit-action', auditId: 'none', actionId: 'A1-02' };
    const body = { title: 'X', ownerId: managerId, dueOn: '2030-06-30', divisionId: division, source };
    expect((await lead.post(`${tenant}/actions`, body)).body.code).toBe('action.audit-unknown');
  });

  it('are raised by a manager for himself alone, and by a Board member not at all', async () => {
    await raise({ title: 'My own' }, manager);
    const forOther = { title: 'For another', ownerId: leadId, dueOn: '2030-06-30' };
    expect((await manager.post(`${tenant}/actions`, forOther)).status).toBe(403);
    expect((await board.post(`${tenant}/actions`, forOther)).status).toBe(403);
  });

  it('are moved on by their owner: under way, done with evidence, taken up again with a reason', async () => {
    const path = await raise({ title: 'Name sponsors' });
    expect((await manager.post(`${path}/state`, { state: 'under-way' })).status).toBe(200);
    const bare = await manager.post(`${path}/state`, { state: 'done' });
    expect(bare.status).toBe(422);
    expect(bare.body.code).toBe('action.evidence-missing');
    const done = { state: 'done', evidence: 'Minutes of 3 March', doneOn: '2025-03-03' };
    expect((await manager.post(`${path}/state`, done)).status).toBe(200);
    expect((await manager.get(path)).body).toMatchObject({ ...done, overdue: false, version: 3 });
    expect((await manager.patch(path, { title: 'Other' })).body.code).toBe('action.finished');
    expect((await manager.post(`${path}/state`, { state: 'open' })).body.code).toBe('action.reason-missing');
    const again = { state: 'open', reason: 'One sponsor left' };
    expect((await manager.post(`${path}/state`, again)).status).toBe(200);
    expect((await manager.get(path)).body).toMatchObject({ ...again, evidence: null, doneOn: null });
  });

  it('are moved on by nobody else but the programme lead and the KAM unit head', async () => {
    const path = await raise({ ownerId: leadId });
    expect((await manager.post(`${path}/state`, { state: 'under-way' })).status).toBe(403);
    expect((await board.post(`${path}/state`, { state: 'under-way' })).status).toBe(403);
    expect((await unitHead.post(`${path}/state`, { state: 'under-way' })).status).toBe(200);
  });

  it('change owner and date with a reason, and not behind the back of who looks at an older version', async () => {
    const path = await raise();
    expect((await lead.patch(path, { dueOn: '2030-09-30' })).body.code).toBe('action.reason-missing');
    const moved = { dueOn: '2030-09-30', reason: 'The Board meets in September' };
    expect((await lead.patch(path, moved, { 'if-match': '"1"' })).status).toBe(200);
    expect((await lead.patch(path, { title: 'Late' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await lead.get(path)).body).toMatchObject({ dueOn: '2030-09-30', version: 2 });
  });

  it('keep every change in their history, with before, after and why', async () => {
    const path = await raise();
    await lead.patch(path, { dueOn: '2030-09-30', reason: 'Later' });
    await lead.post(`${path}/state`, { state: 'dropped', reason: 'Not needed' });
    const { items } = (await lead.get(`${tenant}/history/of/action/${idOf(path)}`)).body as {
      items: Record<string, unknown>[];
    };
    expect(items.map(({ kind, why }) => [kind, why])).toEqual([
      ['programme-action-state', 'Not needed'],
      ['programme-action', 'Later'],
      ['programme-action', null],
    ]);
    expect(items[1]).toMatchObject({
      before: { dueOn: '2030-06-30' },
      after: { dueOn: '2030-09-30' },
      subject: { type: 'action', title: 'Agree the charter' },
    });
  });

  it('are listed with filters, counts and pages, and exported with the same filters', async () => {
    await raise({ title: 'Long ago', dueOn: '2024-01-01' });
    const late = await lead.get(`${tenant}/actions?overdue=true&ownerId=${managerId}`);
    expect(late.body).toMatchObject({
      total: 1,
      counts: { overdue: 1 },
      items: [{ title: 'Long ago', overdue: true }],
    });
    const ofDivision = await lead.get(`${tenant}/actions?divisionId=${division}`);
    expect(ofDivision.body.items).toHaveLength(1);
    const first = await lead.get(`${tenant}/actions?limit=2`);
    const second = await lead.get(`${tenant}/actions?limit=2&cursor=${first.body.next as string}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    const csv = await lead.get(`${tenant}/actions/export?overdue=true`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain('Long ago');
    expect(csv.text.trim().split('\n')).toHaveLength(2);
    expect((await lead.get(`${tenant}/actions/none`)).status).toBe(404);
  });

  it('wait for their owner on Home once they fall due', async () => {
    const { tasks } = (await manager.get(`${tenant}/home`)).body as { tasks: Record<string, unknown>[] };
    expect(tasks).toContainEqual(
      expect.objectContaining({
        kind: 'action-overdue',
        title: 'Long ago',
        link: expect.objectContaining({ list: 'actions' }),
      }),
    );
  });

  it('stand beside the results of their audit', async () => {
    const { body } = await lead.get(`${tenant}/audits/${audit}/results`);
    expect(body.programmeActions).toMatchObject([{ actionId: 'A1-02', auditId: audit, state: 'open' }]);
  });
});
