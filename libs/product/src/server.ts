import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { newId } from '@mainstay/event-sourcing';
import {
  observe,
  openApiDocument,
  ProblemFilter,
  refuseWhileClosing,
  secure,
  type SecurityOptions,
  sendProblem,
  setRecordHeaders,
} from '@mainstay/http';
import { correlationFrom, traceRequests } from '@mainstay/telemetry';
import { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { AppModule, type AppOptions } from './app.module';

export interface ServerOptions extends AppOptions {
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly security: SecurityOptions;
  /** Embedded start: answers below /identity/, before anything else looks at the request. */
  readonly identity?: RequestListener;
  /** Built web page; left out where it is served elsewhere. */
  readonly webFolder?: string;
  /** Proxies whose word is taken for the address of the client. */
  readonly trustedProxies?: readonly string[];
  /** Tells the moment to record for a request of the demo loader; undefined for everybody else's. */
  readonly demoClock?: (headers: NodeJS.Dict<string | string[]>) => Date | undefined;
}

const BODY_LIMIT = 1_000_000;

/** One HTTP server: API, and, where they are given, identity provider and web page. */
export async function createServerApp(options: ServerOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    return503OnClosing: false, // refuseWhileClosing says it in our words
    trustProxy: options.trustedProxies ? [...options.trustedProxies] : false,
    // Connections that are kept for later would hold an orderly end up.
    forceCloseConnections: 'idle',
    genReqId: ({ headers }: IncomingMessage) =>
      correlationFrom(headers.traceparent)?.correlation ?? requestId(headers['x-request-id']),
    serverFactory: (api: RequestListener) =>
      createServer((request, response) =>
        options.identity && request.url?.startsWith('/identity/')
          ? options.identity(request, response)
          : api(request, response),
      ),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  observe(fastify, options.metrics);
  refuseWhileClosing(fastify);
  traceRequests(fastify, options.platform.tracer);
  setRecordHeaders(fastify);
  await secure(fastify, options.security);
  const { demoClock } = options;
  if (demoClock) {
    fastify.addHook('onRequest', async (request) => {
      request.demoClock = demoClock(request.headers);
    });
  }
  let document: object | undefined;
  fastify.get('/api/openapi.json', async () => (document ??= openApiDocument(app, '0.1.0')));
  await serveWeb(fastify, options.webFolder);
  await app.init();
  return app;
}

/** Pages have addresses of their own: whatever is neither a file nor the API is answered with the page itself. */
async function serveWeb(fastify: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (built) await fastify.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (!built || path.startsWith('/api/')) return sendProblem(request, reply, NOTHING_HERE);
    // Names of built files hold a hash of what is in them.
    if (path.startsWith('/assets/')) {
      return reply.header('Cache-Control', 'public, max-age=31536000, immutable').sendFile(path.slice(1));
    }
    // Asked for by browsers on pages that name no icon, such as the sign-in page.
    if (path === '/favicon.ico') return reply.sendFile('mark.svg');
    const file = /^\/[\w.-]+\.\w+$/.test(path) ? path.slice(1) : 'index.html';
    return reply.header('Cache-Control', 'no-cache').sendFile(file);
  });
}

const NOTHING_HERE = { status: 404, code: 'route.not-found', title: 'There is nothing at this address.' };

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : newId();
}
