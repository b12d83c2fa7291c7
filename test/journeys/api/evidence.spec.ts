import { createHash } from 'node:crypto';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const minutes = Buffer.from('Minutes of the steering group, 3 March\n');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('evidence files over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let amara: Caller;
  let tessa: Caller;
  let board: Caller;
  let audit: string;
  const files = (action = 'A1-01') => `${audit}/answers/${action}/files`;
  const attach = (bytes: Buffer, name = 'minutes.txt', rest = '&mediaType=text/plain&evidenceOn=2025-03-03') =>
    amara.upload(`${files()}?name=${encodeURIComponent(name)}${rest}`, bytes);
  const listed = async () => {
    amara.tells(board);
    return (await board.get(`${audit}/files`)).body.items as {
      fileId: string;
      revisions: object[];
      withdrawn: object;
    }[];
  };

  beforeAll(async () => {
    product = await startProduct();
    [lead, amara, board, tessa] = await Promise.all([
      product.as('priya'),
      product.as('amara'),
      product.as('victor'),
      product.as('tessa'),
    ]);
    const opening = { scope: { kind: 'programme' }, title: 'Spring audit', auditDate: '2025-03-01' };
    audit = `${tenant}/audits/${(await lead.post(`${tenant}/audits`, opening)).body.id as string}`;
    const personId = (await amara.get(`${tenant}/me`)).body.person.id as string;
    const part = { kind: 'period', phase: 'A', period: 1 };
    expect((await lead.put(`${audit}/assignments`, { assignments: [{ personId, part }] })).status).toBe(200);
    lead.tells(amara);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('are kept byte for byte, and downloaded as what was sent, never shown as a page', async () => {
    const { status, body } = await attach(minutes, 'Besuch März.html', '&mediaType=text/html');
    expect(status).toBe(201);
    expect((await listed()).length).toBe(1);
    const response = await fetch(`${product.url}/api/${audit}/files/${body.id as string}/1`, {
      headers: { authorization: `Bearer ${board.token}` },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(minutes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Besuch M_rz.html"; filename*=UTF-8''Besuch%20M%C3%A4rz.html`,
      'x-content-type-options': 'nosniff',
      etag: `"${sha256(minutes)}"`,
    });
  });

  it('keep every revision with date, reason and SHA-256, and show what was withdrawn', async () => {
    const first = Buffer.from('draft');
    const second = Buffer.from('signed');
    const { body } = await attach(first);
    const file = body.id as string;
    const revise = (reason: string) =>
      amara.upload(`${files()}/${file}/revisions?name=signed.txt&mediaType=text/plain&reason=${reason}`, second);
    expect((await revise('')).body).toMatchObject({ status: 422, code: 'evidence.reason-missing' });
    expect((await revise('Signed')).status).toBe(201);
    const withdraw = () => amara.post(`${files()}/${file}/withdrawal`, { reason: 'Of another customer' });
    expect((await withdraw()).body).toMatchObject({ changed: true });
    expect((await withdraw()).body).toMatchObject({ changed: false });
    expect((await listed()).find(({ fileId }) => fileId === file)).toMatchObject({
      actionId: 'A1-01',
      revisions: [
        { revision: 1, name: 'minutes.txt', size: 5, sha256: sha256(first), evidenceOn: '2025-03-03', reason: null },
        { revision: 2, name: 'signed.txt', size: 6, sha256: sha256(second), evidenceOn: null, reason: 'Signed' },
      ],
      withdrawn: { because: 'Of another customer' },
    });
    const bytes = await board.get(`${audit}/files/${file}/1`);
    expect(bytes.status).toBe(200);
  });

  it('are attached once, however often the same request is repeated', async () => {
    const key = { 'idempotency-key': 'attach-the-file-once' };
    const send = () => amara.upload(`${files()}?name=once.txt`, Buffer.from('once'), key);
    const [one, again] = [await send(), await send()];
    expect(again.body.id).toBe(one.body.id);
    expect((await listed()).filter(({ fileId }) => fileId === one.body.id)).toHaveLength(1);
    expect((await attach(Buffer.from('once'), 'other name.txt')).body).toMatchObject({ code: 'evidence.file-there' });
  });

  it('are at most 20 MB, and never empty', async () => {
    const large = await attach(Buffer.alloc(20 * 1_048_576 + 1), 'large.bin');
    expect(large.body).toMatchObject({ status: 413, title: 'file: must be at most 20 MB.' });
    expect((await attach(Buffer.alloc(20 * 1_048_576, 1), 'just.bin')).status).toBe(201);
    expect((await attach(Buffer.alloc(0))).body).toMatchObject({ status: 400, code: 'request.file-empty' });
  });

  it.each([
    ['a folder in the name', '?name=..%2Fminutes.txt', 400],
    ['no name', '', 400],
    ['a media type that is none', '?name=a.txt&mediaType=text', 400],
    ['a date in the future', '?name=a.txt&evidenceOn=2999-01-01', 422],
  ])('are refused with %s', async (_, query, status) => {
    expect((await amara.upload(`${files()}${query}`, Buffer.from('refused'))).status).toBe(status);
  });

  it('are attached only by an assessor assigned to the part of the action', async () => {
    const other = await amara.upload(`${files('B1-01')}?name=a.txt`, minutes);
    expect(other.body).toMatchObject({ status: 403, code: 'audit.part-not-assigned' });
    expect((await lead.upload(`${files()}?name=a.txt`, minutes)).body).toMatchObject({ code: 'audit.not-assigned' });
    expect((await tessa.upload(`${files()}?name=a.txt`, minutes)).body).toMatchObject({ code: 'permission.missing' });
    expect((await amara.upload(`${tenant}/audits/no-such/answers/A1-01/files?name=a.txt`, minutes)).status).toBe(404);
  });

  it('stand in the history of the audit with before, after and why', async () => {
    amara.tells(lead);
    const id = audit.split('/').at(-1)!;
    const { body } = await lead.get(`${tenant}/history/of/audit/${id}`);
    const told = (body.items as { kind: string; why?: string; detailTitle: string }[]).filter(
      ({ kind }) => kind === 'audit-file',
    );
    expect(told.map(({ why }) => why)).toEqual(expect.arrayContaining(['Signed', 'Of another customer']));
    expect(told[0]!.detailTitle).toBeTruthy();
  });
});
