import rateLimit from '@fastify/rate-limit';
import { Rejection } from '@mainstay/event-sourcing';
import type { FastifyInstance } from 'fastify';
import { type SecurityHeaderOptions, securityHeaders } from './security-headers';
import { acceptUploads, FILE } from './upload';

export interface SecurityOptions extends SecurityHeaderOptions {
  /** Requests a minute for one token, or for one address without a token. */
  readonly requestsPerMinute: number;
}

class TooManyRequests extends Rejection {
  readonly status = 429;
}

class UnsupportedMediaType extends Rejection {
  readonly status = 415;
}

/** Security headers on every answer and a limit on requests. */
export async function secure(fastify: FastifyInstance, options: SecurityOptions): Promise<void> {
  const headers = Object.entries(securityHeaders(options));
  fastify.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    return payload;
  });
  // Another site's form can send neither JSON nor raw bytes without asking first.
  fastify.addHook('onRequest', async ({ headers, routeOptions }) => {
    const type = headers['content-type'];
    const expected = routeOptions.config.takesFile ? FILE : 'application/json';
    if (type !== undefined && type.split(';')[0]!.trim().toLowerCase() !== expected) {
      throw new UnsupportedMediaType('request.media-type', `The body must be ${expected}.`);
    }
  });
  acceptUploads(fastify);
  await fastify.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // The signature part of a token tells two tokens apart and is no use to anyone without the rest.
    keyGenerator: (request) => request.headers.authorization?.slice(-40) ?? request.ip,
    errorResponseBuilder: (_request, { after }) =>
      new TooManyRequests('request.too-many', `Too many requests; try again in ${after}.`),
  });
}
