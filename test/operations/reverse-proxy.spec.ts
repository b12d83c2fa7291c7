import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReverseProxy } from '../../infra/local/distributed/reverse-proxy.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-proxy-'));
writeFileSync(join(folder, 'index.html'), 'the page');
const servers: Server[] = [];
const closing: (() => Promise<void>)[] = [];

async function copy(answer: RequestListener): Promise<number> {
  const server = createServer((request, response) =>
    request.url === '/api/health/ready' ? response.end('{}') : answer(request, response),
  );
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function proxyOver(ports: readonly number[]): Promise<string> {
  const proxy = await startReverseProxy({
    port: 0,
    upstreams: () => ports.map((port) => ({ port })),
    webFolder: folder,
  });
  closing.push(() => proxy.stop());
  return `http://localhost:${proxy.port}`;
}

/** Where nobody listens. */
async function gone(): Promise<number> {
  const port = await copy(() => undefined);
  const server = servers.pop()!;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  return port;
}

afterAll(async () => {
  for (const close of closing) await close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

describe('the one address in front', () => {
  it('asks another copy when one is gone, also to carry a command out: it had received nothing', async () => {
    const alive = await copy((request, response) => request.pipe(response));
    const url = await proxyOver([await gone(), alive]);
    for (let time = 0; time < 4; time++) {
      const answer = await fetch(`${url}/api/t/acme/things`, { method: 'POST', body: 'kept whole' });
      expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: 'kept whole' });
    }
  });

  it('never sends a command twice that may have been carried out, but a question', async () => {
    let received = 0;
    const breaks = await copy((request) => {
      received += 1;
      request.socket.destroy();
    });
    const url = await proxyOver([breaks, await copy((_, response) => response.end('answered'))]);
    const statuses = new Set<number>();
    for (let time = 0; time < 4; time++) {
      const answer = await fetch(`${url}/api/things`, { method: 'POST', body: '{}' });
      statuses.add(answer.status);
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect(received).toBeGreaterThan(0);
    expect([...statuses].sort()).toEqual([200, 503]);
    for (let time = 0; time < 4; time++) expect((await fetch(`${url}/api/things`)).status).toBe(200);
  });

  it('says 503 with Retry-After when nobody is there, and still serves the page', async () => {
    const url = await proxyOver([await gone()]);
    const answer = await fetch(`${url}/api/me`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await (await fetch(`${url}/accounts/7`)).text()).toBe('the page');
  });

  it('keeps measurements and files beside the page to itself', async () => {
    const url = await proxyOver([await copy((_, response) => response.end('measurements'))]);
    expect((await fetch(`${url}/api/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/assets/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect(await (await fetch(`${url}/%2e%2e/%2e%2e/etc/passwd`)).text()).toBe('the page');
  });
});
