// One address in front of several copies of the API: serves the web page, hands /api to the copies in turn, and keeps on
// answering while one of them is gone. For one machine; see docs/operations.md for what stands in front elsewhere.
import { createReadStream, existsSync } from 'node:fs';
import { Agent, createServer, request as call } from 'node:http';
import { extname, join, normalize } from 'node:path';

const LOOK_EVERY_MS = 500;
const LONGEST_BODY = 32_000_000;
/** May be sent again although the first attempt may have been carried out. */
const REPEATABLE = ['GET', 'HEAD', 'OPTIONS'];
/** The request was never received: any may be sent again. */
const NOT_RECEIVED = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/**
 * `upstreams`: [{ port }], read anew for each request, so that copies may come and go. `headers`: set on the answers that
 * are the proxy's own.
 */
export async function startReverseProxy({ port, upstreams, webFolder, headers = {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const ready = new Map();
  let turn = 0;

  const look = () =>
    upstreams().forEach((upstream) => void isReady(upstream.port).then((is) => ready.set(upstream.port, is)));
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();

  /** Those that say they are ready first, each in its turn; then the others, who may know better by now. */
  function candidates() {
    const all = upstreams();
    const inTurn = all.map((_, index) => all[(turn + index) % all.length]);
    turn = (turn + 1) % Math.max(1, all.length);
    return inTurn.sort((a, b) => Number(ready.get(b.port) ?? false) - Number(ready.get(a.port) ?? false));
  }

  const server = createServer(async (request, response) => {
    const path = request.url.split('?')[0];
    if (path === '/api/metrics') return problem(response, 404, 'route.not-found', 'There is nothing at this address.');
    if (!path.startsWith('/api/')) return page(request, response, path);
    const body = await bodyOf(request);
    if (body === undefined) return problem(response, 413, 'request.too-large', 'The body is too large.');
    for (const { port: upstream } of candidates()) {
      const outcome = await attempt(request, response, body, upstream);
      if (outcome === 'answered') return;
      ready.set(upstream, false);
      if (outcome === 'received' && !REPEATABLE.includes(request.method)) break;
    }
    problem(
      response,
      503,
      'service.unavailable',
      'The service does not answer. Send the same request again in a moment.',
    );
  });

  /** 'answered'; or how far it came: 'refused' before anything was received, 'received' where nobody can say. */
  function attempt(request, response, body, upstream) {
    return new Promise((resolve) => {
      const forwarded = [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter(Boolean).join(', ');
      const sent = call({
        agent,
        host: '127.0.0.1',
        port: upstream,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'http' },
      });
      sent.once('response', (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        answer.once('end', () => resolve('answered'));
        // Begun and cut off: the client must see that it is not whole.
        answer.once('error', () => resolve(response.destroy() && 'answered'));
      });
      sent.once('error', ({ code }) => resolve(NOT_RECEIVED.includes(code) ? 'refused' : 'received'));
      response.once('close', () => response.writableFinished || sent.destroy());
      sent.end(body);
    });
  }

  function page(request, response, path) {
    if (!REPEATABLE.includes(request.method))
      return problem(response, 404, 'route.not-found', 'There is nothing at this address.');
    const asked = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '');
    const isFile = /\.\w+$/.test(asked) && !asked.startsWith('..') && existsSync(join(webFolder, asked));
    if (path.startsWith('/assets/') && !isFile)
      return problem(response, 404, 'route.not-found', 'There is nothing at this address.');
    const file = isFile ? asked : 'index.html';
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      // Names of built files hold a hash of what is in them.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    createReadStream(join(webFolder, file)).pipe(response);
  }

  function problem(response, status, code, title) {
    const again = status === 503 ? { 'Retry-After': '1' } : {};
    response.writeHead(status, { ...headers, ...again, 'Content-Type': 'application/problem+json; charset=utf-8' });
    response.end(JSON.stringify({ type: `urn:mainstay:problem:${code}`, title, status, code }));
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  return {
    port: server.address().port,
    stop: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LONGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function isReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
