import { signedIn, sound, startToy, things, type Toy, written } from './spec-support/toy';

let toy: Toy;
beforeAll(async () => (toy = await startToy()));
afterAll(() => toy.app.close());

const get = (path: string, headers: Record<string, string> = {}) => toy.http().get(path).set(headers);

describe('what a command answers', () => {
  it('is id, version and whether anything changed; ETag and Position are headers', async () => {
    const { status, body, headers } = await toy.http().post(things).set(signedIn).send(sound);
    expect(status).toBe(201);
    expect(body).toEqual({ id: 't-1', version: 4, changed: true });
    expect(headers).toMatchObject({ etag: '"4"', position: written });
  });

  it('has no Position where nothing was ever written', async () => {
    const { body, headers } = await toy.http().put(`${things}/t-1`).set(signedIn).send(sound);
    expect(body).toEqual({ id: 't-1', version: 0, changed: false });
    expect(headers).not.toHaveProperty('position');
  });
});

describe('what a query answers', () => {
  it('has the ETag of the record that it shows, and a list has none', async () => {
    expect((await get(`${things}/t-1`, signedIn)).headers).toMatchObject({ etag: '"12"', 'cache-control': 'no-store' });
    expect((await get(things, signedIn)).headers).not.toHaveProperty('etag');
  });
});

describe('request ids', () => {
  it('are echoed, and stand in every problem', async () => {
    const { headers, body } = await get(things, { 'x-request-id': 'from-the-client' });
    expect(headers['x-request-id']).toBe('from-the-client');
    expect(body.requestId).toBe('from-the-client');
  });
});

describe('who may not', () => {
  it('is asked to sign in, in the words of RFC 6750, where no token came', async () => {
    const { status, type, headers, body } = await get(things);
    expect(status).toBe(401);
    expect(type).toBe('application/problem+json');
    expect(headers['www-authenticate']).toBe('Bearer realm="mainstay"');
    expect(body.code).toBe('token.missing');
  });

  it.each(['Bearer bad', 'Basic dXNlcjpwYXNz', 'Bearer', 'good'])(
    'is told that the token is no good: %s',
    async (authorization) => {
      const { status, headers } = await get(things, { authorization });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="mainstay", error="invalid_token"');
    },
  );

  it('is refused a route that forgot to say who may call it', async () => {
    const { status, body } = await get(`${things}/forgotten`, signedIn);
    expect(status).toBe(403);
    expect(body.code).toBe('access.not-stated');
  });

  it('is told that another tenant is not there', async () => {
    const { status, body } = await get('/api/t/globex/things', signedIn);
    expect(status).toBe(404);
    expect(body.code).toBe('tenant.not-found');
  });
});

describe('a failure that nobody foresaw', () => {
  it('says nothing of the inside to the client, and everything to the log', async () => {
    const { status, type, body, text } = await get(`${things}/broken/badly`, { 'x-request-id': 'find-me-in-the-log' });
    expect(status).toBe(500);
    expect(type).toBe('application/problem+json');
    expect(body).toEqual({
      type: 'urn:mainstay:problem:server.failure',
      title: expect.stringContaining('our side'),
      status: 500,
      code: 'server.failure',
      requestId: 'find-me-in-the-log',
    });
    expect(text).not.toMatch(/hunter2|db\.internal|at .*\.ts/);
    expect(toy.log.filter((line) => line.includes('hunter2') && line.includes('find-me-in-the-log'))).toHaveLength(1);
  });

  it('that passes says when to come back', async () => {
    const { status, headers } = await get(`${things}/broken/busy`);
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('7');
  });
});

describe('an address that is not there', () => {
  it.each(['get', 'post', 'put', 'patch', 'delete'] as const)('answers 404 as problem JSON to %s', async (verb) => {
    const { status, type, body } = await toy.http()[verb]('/api/nothing/here').set(signedIn);
    expect(status).toBe(404);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'route.not-found', status: 404 });
  });
});

describe('the log', () => {
  it('names the pattern of the route, never the address, its query or the token', async () => {
    toy.log.length = 0;
    await get(`${things}/secret-id?limit=3`, signedIn);
    const lines = toy.log.join('');
    expect(lines).toContain('/api/t/:tenant/things/:id');
    expect(lines).not.toMatch(/secret-id|limit=3|good|acme/);
  });
});
