import type { FastifyInstance, FastifyRequest } from 'fastify';
import { correlationFrom } from './trace-ids';
import type { OpenSpan, Tracer } from './tracer';

/** A span for each request, by the pattern of its route: never the address, which names tenants and records. */
export function traceRequests(fastify: FastifyInstance, tracer: Tracer): void {
  if (!tracer.enabled) return;
  const open = new WeakMap<FastifyRequest, OpenSpan>();
  fastify.addHook('onRequest', async (request) => {
    const { parent } = correlationFrom(request.headers.traceparent) ?? {};
    open.set(request, tracer.begin(request.id, request.method, 'server', parent));
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    open.get(request)?.end({
      name: `${request.method} ${route}`,
      attributes: {
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
      },
      error: reply.statusCode >= 500 ? String(reply.statusCode) : undefined,
    });
  });
}
