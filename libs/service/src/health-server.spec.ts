import { Gauge, Registry } from 'prom-client';
import { type HealthServer, startHealthServer } from './health-server';

describe('The health of a process without pages', () => {
  const metrics = new Registry();
  let ready = false;
  let server: HealthServer;

  beforeAll(async () => {
    new Gauge({ name: 'test_lag', help: 'Lag.', registers: [metrics] }).set(4);
    server = await startHealthServer({ host: '127.0.0.1', port: 0, metrics, readiness: () => ({ ready, state: 'x' }) });
  });
  afterAll(() => server.stop());

  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });

  it.each(['/health/ready', '/api/health/ready'])('is 503 at %s until it does its work, and 200 then', async (path) => {
    ready = false;
    expect((await get(path)).status).toBe(503);
    ready = true;
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, state: 'x' }]);
  });

  it('is alive as soon as it answers', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ live: true });
  });

  it('shows its measurements to Prometheus', async () => {
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('test_lag 4');
  });

  it.each([
    ['/', 'GET'],
    ['/api', 'GET'],
    ['/__proto__', 'GET'],
    ['/health/ready', 'POST'],
  ])('answers nothing else: %s by %s', async (path, method) => {
    expect((await get(path, method)).status).toBe(404);
  });

  it('says so when its port is taken', async () => {
    await expect(
      startHealthServer({ host: '127.0.0.1', port: server.port, metrics, readiness: () => ({ ready }) }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
