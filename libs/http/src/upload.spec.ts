import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApiDocument } from './document';
import { seen, signedIn, startToy, things, type Toy } from './spec-support/toy';

let toy: Toy;
beforeAll(async () => (toy = await startToy()));
afterAll(() => toy.app.close());
beforeEach(() => delete seen.file);

const file = `${things}/t-1/file`;
const send = (bytes: Buffer | string, type = 'application/octet-stream', headers: Record<string, string> = signedIn) =>
  toy
    .http()
    .post(file)
    .set({ ...headers, 'content-type': type })
    .send(bytes);

it('arrives byte for byte, past the limit of other bodies', async () => {
  const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, index) => index % 256));
  const { status, body, headers } = await send(bytes);
  expect(status).toBe(201);
  expect(body).toEqual({ id: 't-1', version: 5, changed: true });
  expect(headers).toMatchObject({ etag: '"5"' });
  expect(seen.file).toEqual(bytes);
});

it('is refused over its limit, which the refusal names', async () => {
  const { status, type, body } = await send(Buffer.alloc(4_097));
  expect(status).toBe(413);
  expect(type).toBe('application/problem+json');
  expect(body).toMatchObject({ code: 'request.file-too-large', title: 'file: must be at most 4 kB.', maxBytes: 4_096 });
  expect(seen.file).toBeUndefined();
});

it('is refused over its limit when it does not say beforehand how long it is', async () => {
  const { port } = toy.app.getHttpServer().address() as AddressInfo;
  const headers = { ...signedIn, 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' };
  const sending = request({ method: 'POST', port, host: '127.0.0.1', path: file, headers });
  for (let part = 0; part < 5; part++) sending.write(Buffer.alloc(1_000));
  const answered = once(sending, 'response');
  sending.end();
  const [response] = (await answered) as [{ statusCode: number; resume: () => void }];
  response.resume();
  expect(response.statusCode).toBe(413);
  expect(seen.file).toBeUndefined();
});

it.each(['', undefined])('is refused without content', async (nothing) => {
  const { status, body } = await (nothing === undefined ? toy.http().post(file).set(signedIn) : send(nothing));
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'request.file-empty', title: 'file: has no content.' });
});

it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])(
  'must be sent as raw bytes: %s is refused',
  async (type) => {
    const { status, body } = await send('{}', type);
    expect(status).toBe(415);
    expect(body).toMatchObject({ code: 'request.media-type', title: 'The body must be application/octet-stream.' });
  },
);

it('is taken by no route but those that say so', async () => {
  const { status, body } = await toy
    .http()
    .post(things)
    .set({ ...signedIn, 'content-type': 'application/octet-stream' })
    .send(Buffer.alloc(10));
  expect(status).toBe(415);
  expect(body).toMatchObject({ title: 'The body must be application/json.' });
});

it('is not read from somebody who may not send it', async () => {
  const { status } = await send(Buffer.alloc(4_000), undefined, {});
  expect(status).toBe(401);
  expect(seen.file).toBeUndefined();
});

it('stands in the API document as a binary body', () => {
  const { paths } = openApiDocument(toy.app, '1');
  expect(paths[file.replace('acme', '{tenant}').replace('t-1', '{id}')]?.post).toMatchObject({
    requestBody: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  });
});
