import { traceIdOf } from '@mainstay/telemetry';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Measures every request and logs it without personal data: route pattern, never the address or a name. */
export function observe(fastify: FastifyInstance, registry: Registry): void {
  const duration = new Histogram({
    name: 'mainstay_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = Math.round(reply.elapsedTime * 1_000) / 1_000_000;
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    // Health is asked for every second or so.
    request.log[route.startsWith('/api/health/') ? 'debug' : 'info'](
      { ...named(request.id), method: request.method, route, status: reply.statusCode, seconds },
      'request',
    );
  });
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
}

/** What leads from a line of the log to the trace, and from what a person reports to the line. */
export const named = (id: string) => ({ requestId: id, traceId: traceIdOf(id) });

export function newRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'mainstay_' });
  return registry;
}
