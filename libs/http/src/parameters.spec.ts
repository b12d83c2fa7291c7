import { seen, signedIn, sound, startToy, things, type Toy, written } from './spec-support/toy';

let toy: Toy;
beforeAll(async () => (toy = await startToy()));
afterAll(() => toy.app.close());

const post = (body: object, headers: Record<string, string> = {}, query = '') =>
  toy
    .http()
    .post(`${things}${query}`)
    .set({ ...signedIn, ...headers })
    .send(body);
const get = (path: string, headers: Record<string, string> = {}) =>
  toy
    .http()
    .get(`${things}${path}`)
    .set({ ...signedIn, ...headers });

describe('a body', () => {
  it('reaches the route as its schema reads it', async () => {
    expect((await post({ ...sound, name: ' One ' })).status).toBe(201);
    expect(seen.body).toEqual(sound);
  });

  it('is refused with every field and the rule that it breaks', async () => {
    const { status, type, body } = await post({ name: ' ', size: { height: 1.5 } });
    expect(status).toBe(400);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:mainstay:problem:request.body',
      status: 400,
      code: 'request.body',
      title: 'name: must not be empty',
      errors: [
        { field: 'name', rule: 'must not be empty' },
        { field: 'size.height', rule: 'must be a whole number' },
      ],
    });
  });

  it('is refused with a field that does not exist, and when there is none', async () => {
    expect((await post({ ...sound, colour: 'red' })).body.errors[0]).toMatchObject({ field: 'body' });
    const none = await toy.http().post(things).set(signedIn);
    expect(none.status).toBe(400);
    expect(none.body.errors[0]).toMatchObject({ field: 'name' });
  });

  it('cannot reach a prototype', async () => {
    const text = '{"name":"One","size":{"height":3},"__proto__":{"admin":true}}';
    const { status } = await toy
      .http()
      .post(things)
      .set({ ...signedIn, 'content-type': 'application/json' })
      .send(text);
    expect(status).toBe(400);
  });
});

describe('a command that takes no body', () => {
  const close = (text?: string) => {
    const sent = toy.http().post(`${things}/t-1/closing`).set(signedIn);
    return text === undefined ? sent : sent.set('content-type', 'application/json').send(text);
  };

  it('is carried out without one, or with an empty one', async () => {
    expect((await close()).status).toBe(200);
    expect((await close('{}')).status).toBe(200);
  });

  it.each(['[]', '"text"', '1', '{"reason":"why"}'])('refuses the body %s rather than ignore it', async (text) => {
    const { status, body } = await close(text);
    expect([status, body.title]).toEqual([400, 'body: this command takes none.']);
  });
});

describe('a query', () => {
  it('is read with its defaults, and refused by field and rule', async () => {
    await get('').expect(200);
    expect(seen.query).toEqual({ limit: 5 });
    const { status, body } = await get('?limit=11');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.query', errors: [{ field: 'limit', rule: 'must be at most 10' }] });
  });

  it('given twice is refused, not half read', async () => {
    expect((await get('?limit=1&limit=2')).status).toBe(400);
    expect((await get('?asAt=2025-01-01&asAt=2025-02-01')).status).toBe(400);
  });
});

describe('text that the database cannot hold', () => {
  it.each(['a\0b', 'half \ud83d of it'])('is refused in a body, by field: %j', async (text) => {
    const { status, body } = await post({ ...sound, name: text });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.body', errors: [{ field: 'name' }] });
    expect((await post({ ...sound, [text]: 1 })).body.errors[0].rule).toContain('surrogate');
  });

  it('is refused in an address and in a query', async () => {
    expect((await get('/%00')).body).toMatchObject({ status: 400, code: 'request.address' });
    expect((await get('?limit=%00')).body).toMatchObject({ status: 400, code: 'request.query' });
  });

  it('is not what a whole pair, or any other character, is', async () => {
    await post({ ...sound, name: '😀 \u0001 é' }).expect(201);
  });

  it('is looked for to the depth that a record may have, and refused beyond', async () => {
    const { body } = await toy
      .http()
      .post(things)
      .set({ ...signedIn, 'content-type': 'application/json' })
      .send(`{"name":${'['.repeat(400)}${']'.repeat(400)}}`);
    expect(body).toMatchObject({ status: 400, errors: [{ rule: 'must not nest deeper than 100 levels' }] });
  });
});

describe('as at', () => {
  it.each([
    ['2025-03-03T14:00:00Z', '2025-03-03T14:00:00.000Z'],
    ['2025-03-03T14:00:00%2B02:00', '2025-03-03T12:00:00.000Z'],
    ['2025-03-03', '2025-03-03T00:00:00.000Z'],
  ])('%s is a moment', async (asAt, moment) => {
    await get(`?asAt=${asAt}`).expect(200);
    expect(seen.context?.asAt?.toISOString()).toBe(moment);
  });

  it.each(['yesterday', '2025-13-01T00:00:00Z', '2025-03-03T14:00:00', '1700000000', '', '2025-03-03T14:00:00Z;'])(
    '"%s" is refused, naming the form',
    async (asAt) => {
      const { status, body } = await get(`?asAt=${encodeURIComponent(asAt)}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'request.as-at', title: expect.stringContaining('ISO 8601') });
    },
  );

  it('goes with no command: the past is read, not changed', async () => {
    const { status, body } = await post(sound, {}, '?asAt=2025-03-03T14:00:00Z');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.as-at', title: 'asAt: the past can be read, not changed.' });
  });
});

describe('headers of a request', () => {
  it('reach the route: what was seen, the key, and the place to read from', async () => {
    await post(sound, { 'if-match': '"7"', 'idempotency-key': 'key-12345', position: written }).expect(201);
    expect(seen.context).toMatchObject({
      tenant: 'acme',
      actor: 'p-1',
      roles: ['programme-lead'],
      expectedVersion: 7,
      idempotencyKey: 'key-12345',
      after: written,
    });
    await post(sound, { 'if-match': 'W/"8"' }).expect(201);
    expect(seen.context?.expectedVersion).toBe(8);
  });

  it.each([
    ['If-Match', '7'],
    ['If-Match', '"seven"'],
    ['If-Match', '*'],
    ['If-Match', '"1", "2"'],
    ['If-Match', '"12345678901"'],
    ['Idempotency-Key', 'short'],
    ['Idempotency-Key', 'with a space in it'],
    ['Idempotency-Key', 'x'.repeat(201)],
    ['Position', 'latest'],
    ['Position', '0000000000000007'],
    ['Position', '000000000000000G.0000000000000003'],
  ])('%s: %s is refused, naming the header', async (name, value) => {
    const { status, body } = await post(sound, { [name]: value });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: `request.${name.toLowerCase()}`,
      title: expect.stringContaining(`${name}: must be`),
    });
  });
});
