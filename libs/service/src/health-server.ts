import { createServer, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

export interface HealthServerOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Registry;
  /** Whether it does its work, and what tells so; nothing of any tenant. */
  readonly readiness: () => { readonly ready: boolean } & object;
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Health and metrics of a process that serves no pages, under the same addresses as those of the API. */
export async function startHealthServer({
  host,
  port,
  metrics,
  readiness,
}: HealthServerOptions): Promise<HealthServer> {
  const routes: Record<string, (response: ServerResponse) => void | Promise<void>> = {
    '/health/live': (response) => json(response, 200, { live: true }),
    '/health/ready': (response) => {
      const state = readiness();
      json(response, state.ready ? 200 : 503, state);
    },
    '/metrics': async (response) => {
      const text = await metrics.metrics();
      response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
    },
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/api(?=\/)/, '');
    const route = request.method === 'GET' && Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (!route) return json(response, 404, { title: 'Not found' });
    void Promise.resolve(route(response)).catch(() => json(response, 500, { title: 'Not available' }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: (server.address() as { port: number }).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
