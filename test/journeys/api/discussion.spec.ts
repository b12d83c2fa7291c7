import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';

describe('discussions over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let amara: Caller;
  let ines: Caller;
  let board: Caller;
  let audit: string;
  let inesId: string;
  const place = () => `${audit}/discussion/A1-01`;
  const thread = async (reader: Caller) => (await reader.get(place())).body.items as { id: string; text: string }[];

  beforeAll(async () => {
    product = await startProduct();
    [lead, amara, ines, board] = await Promise.all([
      product.as('priya'),
      product.as('amara'),
      product.as('ines'),
      product.as('victor'),
    ]);
    const opening = { scope: { kind: 'programme' }, title: 'Spring audit', auditDate: '2025-03-01' };
    audit = `${tenant}/audits/${(await lead.post(`${tenant}/audits`, opening)).body.id as string}`;
    inesId = (await ines.get(`${tenant}/me`)).body.person.id as string;
    lead.tells(amara, ines, board);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('go from a question with a mention over an answer to being settled, and back with a reason', async () => {
    const asked = await amara.post(place(), { kind: 'question', text: `Is there a sponsor yet, @[${inesId}]?` });
    expect(asked.status).toBe(201);
    const question = asked.body.id as string;
    amara.tells(ines);
    expect((await ines.post(place(), { text: 'Since May.', answers: question })).status).toBe(201);
    ines.tells(amara);
    expect(await thread(amara)).toMatchObject([
      { id: question, kind: 'question', mentions: [inesId], resolved: null },
      { answers: question, text: 'Since May.' },
    ]);
    const settle = (by: Caller, resolved: boolean, reason?: string) =>
      by.call('PUT', `${place()}/${question}/resolution`, { resolved, reason });
    expect((await settle(ines, true)).body).toMatchObject({ status: 403, code: 'discussion.not-asker' });
    expect((await settle(amara, true)).body).toMatchObject({ changed: true });
    expect((await settle(lead, false)).body).toMatchObject({ status: 422, code: 'discussion.reason-missing' });
    expect((await settle(lead, false, 'The sponsor has left')).body).toMatchObject({ changed: true });
    expect((await lead.get(`${audit}/discussion`)).body).toMatchObject({
      items: [{ actionId: 'A1-01', comments: 2, openQuestions: 1 }],
    });
  });

  it('keep how a comment read before; only its author changes or withdraws it', async () => {
    const comment = (await ines.post(place(), { text: 'Seen in the minuets.' })).body.id as string;
    ines.tells(amara);
    const address = `${place()}/${comment}`;
    expect((await amara.put(address, { text: 'x' })).body).toMatchObject({
      status: 403,
      code: 'discussion.not-author',
    });
    expect((await ines.put(address, { text: 'Seen in the minutes.' })).status).toBe(200);
    expect((await thread(ines)).at(-1)).toMatchObject({
      text: 'Seen in the minutes.',
      earlier: [{ text: 'Seen in the minuets.' }],
    });
    expect((await ines.post(`${address}/withdrawal`, { reason: 'Wrong action' })).status).toBe(200);
    expect((await thread(ines)).at(-1)).toMatchObject({ text: '', withdrawn: { because: 'Wrong action' } });
  });

  it('are read by the Board, which says nothing in them', async () => {
    amara.tells(board);
    expect((await thread(board)).length).toBeGreaterThan(0);
    expect((await board.post(place(), { text: 'Hm.' })).body).toMatchObject({ code: 'permission.missing' });
  });

  it('are said once, however often the same request is repeated', async () => {
    const key = { 'idempotency-key': 'say-it-only-once' };
    const say = () => amara.post(place(), { text: 'Once.' }, key);
    const [one, again] = [await say(), await say()];
    expect(again.body).toMatchObject({ id: one.body.id, changed: false });
    expect((await thread(amara)).filter(({ text }) => text === 'Once.')).toHaveLength(1);
  });

  it('are not there for an audit or an action that is not', async () => {
    for (const path of [`${tenant}/audits/none/discussion/A1-01`, `${audit}/discussion/Z9-99`]) {
      expect((await amara.get(path)).status).toBe(404);
      expect((await amara.post(path, { text: 'x' })).status).toBe(404);
    }
  });

  it('stand in the history of the audit', async () => {
    amara.tells(lead);
    const { body } = await lead.get(`${tenant}/history/of/audit/${audit.split('/').at(-1)}`);
    const told = (body.items as { kind: string; why: string | null }[]).filter(
      ({ kind }) => kind === 'audit-discussion',
    );
    expect(told.map(({ why }) => why)).toEqual(expect.arrayContaining(['The sponsor has left', 'Wrong action']));
  });
});
