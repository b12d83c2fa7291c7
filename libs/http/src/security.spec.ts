import { signedIn, sound, startToy, things, type Toy } from './spec-support/toy';

describe('what is sent to the server', () => {
  let toy: Toy;
  beforeAll(async () => (toy = await startToy()));
  afterAll(() => toy.app.close());

  const post = (type: string, text: string) =>
    toy
      .http()
      .post(things)
      .set({ ...signedIn, 'content-type': type })
      .send(text);

  it('is at most the body limit, and the refusal is problem JSON', async () => {
    const large = JSON.stringify({ ...sound, name: 'x'.repeat(1_000) });
    const { status, type, body } = await post('application/json', large);
    expect(status).toBe(413);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'request.too-large' });
  });

  it.each(['{"name": "One"', '{"a":1}{"b":2}', 'name=One', '\u0000'])('must be JSON: %j is not', async (text) => {
    const { status, type, body, text: answer } = await post('application/json', text);
    expect(status).toBe(400);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'request.malformed' });
    expect(answer).not.toContain('One');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'nonsense',
  ])('must say that it is JSON: %s is refused, so that no form of another site can send it', async (type) => {
    const { status, type: answered, body } = await post(type, JSON.stringify(sound));
    expect(status).toBe(415);
    expect(answered).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'request.media-type' });
  });

  it('may say in which characters the JSON is written', async () => {
    expect((await post('application/json; charset=utf-8', JSON.stringify(sound))).status).toBe(201);
  });
});

describe('what is sent to the browser', () => {
  it('is told to run nothing but the page itself, on every answer', async () => {
    const toy = await startToy();
    for (const path of [`${things}/t-1`, things, `${things}/broken/badly`, '/api/nowhere']) {
      const { headers } = await toy.http().get(path);
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("connect-src 'self' https://id.example");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'self'");
      expect(policy).not.toMatch(/script-src|unsafe-eval/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
    await toy.app.close();
  });

  it('keeps to https where that is served', async () => {
    const toy = await startToy({ https: true });
    const { headers } = await toy.http().get(things);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    await toy.app.close();
  });
});

describe('too many requests', () => {
  let toy: Toy;
  beforeAll(async () => (toy = await startToy({ requestsPerMinute: 3 })));
  afterAll(() => toy.app.close());

  it('are answered 429 with the time to wait, for that token alone', async () => {
    const get = () => toy.http().get(things).set(signedIn);
    for (let request = 0; request < 3; request++) expect((await get()).status).toBe(200);
    const { status, type, headers, body } = await get();
    expect(status).toBe(429);
    expect(type).toBe('application/problem+json');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toMatchObject({ code: 'request.too-many', status: 429 });
    const other = await toy.http().get(things).set('authorization', 'Bearer someone-else');
    expect(other.status).toBe(401);
  });

  it('without a token are counted by address', async () => {
    const statuses = [];
    for (let request = 0; request < 5; request++) statuses.push((await toy.http().get(things)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});
