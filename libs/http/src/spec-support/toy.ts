import type { IncomingMessage } from 'node:http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type CommandResult,
  position,
  type RequestContext,
  Unauthenticated,
  Unavailable,
} from '@mainstay/event-sourcing';
import { AuthenticationGuard, AuthorizationGuard, type Person, TokenVerifier } from '@mainstay/identity';
import { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { Registry } from 'prom-client';
import request from 'supertest';
import { z } from 'zod';
import { setRecordHeaders } from '../answers';
import { sendCsv } from '../csv';
import { Endpoint } from '../endpoint';
import { Ctx, Input, Query } from '../parameters';
import { ProblemFilter } from '../problem';
import { secure, type SecurityOptions } from '../security';
import { observe } from '../telemetry';
import { Upload } from '../upload';

const thing = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty'),
  size: z.object({ height: z.int('must be a whole number') }),
});
const filter = z.strictObject({ limit: z.coerce.number().int().max(10, 'must be at most 10').default(5) });

/** What the routes below were given, and rows for the export. */
export const seen: { context?: RequestContext; body?: unknown; query?: unknown; file?: Buffer } = {};
export const exported: { rows: () => AsyncIterable<string | number | null> } = { rows: async function* () {} };
export const written = position(7n, 3n);

@Controller('api/t/:tenant/things')
class Things {
  @Endpoint({
    method: 'POST',
    access: 'portfolio.register',
    summary: 'Make',
    body: thing,
    answer: 'command',
    creates: true,
  })
  makeThing(@Ctx() context: RequestContext, @Input() body: z.infer<typeof thing>): CommandResult {
    Object.assign(seen, { context, body });
    return { id: 't-1', version: 4, position: written, changed: true };
  }

  @Endpoint({
    method: 'PUT',
    path: ':id',
    access: 'portfolio.register',
    summary: 'Leave as it is',
    body: thing,
    answer: 'command',
  })
  leaveThing(): CommandResult {
    return { id: 't-1', version: 0, changed: false };
  }

  @Endpoint({ method: 'POST', path: ':id/closing', access: 'portfolio.register', summary: 'Close', answer: 'command' })
  closeThing(@Ctx() _context: RequestContext): CommandResult {
    return { id: 't-1', version: 5, changed: true };
  }

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'List',
    query: filter,
    answer: z.object({ items: z.array(z.string()) }),
  })
  listThings(@Ctx() context: RequestContext, @Query() query: z.infer<typeof filter>) {
    Object.assign(seen, { context, query });
    return { items: [] };
  }

  @Endpoint({ method: 'GET', path: 'export', access: 'portfolio.read', summary: 'Export', answer: 'file' })
  exportThings(@Res() reply: FastifyReply) {
    sendCsv(reply, 'things.csv', { Value: (row: string | number | null) => row, Same: () => 'x' }, exported.rows());
  }

  @Endpoint({
    method: 'POST',
    path: ':id/file',
    access: 'portfolio.register',
    summary: 'Attach',
    upload: { maxBytes: 4_096 },
    answer: 'command',
    creates: true,
  })
  attachToThing(@Ctx() context: RequestContext, @Upload() file: Buffer): CommandResult {
    Object.assign(seen, { context, file });
    return { id: 't-1', version: 5, position: written, changed: true };
  }

  @Get('forgotten')
  forgotten() {
    return { secret: true };
  }

  @Endpoint({
    method: 'GET',
    path: 'broken/:how',
    access: 'public',
    summary: 'Fail',
    answer: z.object({ name: z.string() }),
  })
  failThing(@Param('how') how: string) {
    if (how === 'busy') throw new Unavailable('store.busy', 'Busy.', 7);
    throw new Error('password=hunter2 at db.internal:5432');
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    access: 'portfolio.read',
    summary: 'One',
    answer: z.object({ id: z.string(), version: z.int() }),
  })
  getThing(@Ctx() _context: RequestContext, @Param('id') id: string) {
    return { id, version: 12 };
  }
}

const person: Person = {
  id: 'p-1',
  name: 'Person',
  username: 'person',
  issuedAt: new Date(),
  organizations: { acme: { id: 'o-1', roles: ['programme-lead'] } },
};

/** Stands in for the provider: the token `good` is the only good one. */
const tokens = {
  verify: async (token: string) => {
    if (token !== 'good') throw new Unauthenticated('token.expired', 'The access token has expired.');
    return person;
  },
};

class ToyModule {}

export interface Toy {
  readonly app: NestFastifyApplication;
  /** Lines that were logged. */
  readonly log: string[];
  readonly http: () => ReturnType<typeof request>;
}

/** A small application on a real server, put together from this library as the product is. */
export async function startToy(security: Partial<SecurityOptions> = {}): Promise<Toy> {
  const log: string[] = [];
  const adapter = new FastifyAdapter({
    bodyLimit: 1_000,
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: 'info', stream: { write: (line: string) => log.push(line) } },
    genReqId: (incoming: IncomingMessage) => String(incoming.headers['x-request-id'] ?? 'made-here'),
  });
  const module = {
    module: ToyModule,
    controllers: [Things],
    providers: [
      { provide: TokenVerifier, useValue: tokens },
      { provide: APP_GUARD, useClass: AuthenticationGuard },
      { provide: APP_GUARD, useClass: AuthorizationGuard },
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter());
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  observe(fastify, new Registry());
  setRecordHeaders(fastify);
  await secure(fastify, { issuerOrigin: 'https://id.example', requestsPerMinute: 10_000, https: false, ...security });
  await app.listen(0, '127.0.0.1');
  return { app, log, http: () => request(app.getHttpServer()) };
}

export const signedIn = { authorization: 'Bearer good' };
export const things = '/api/t/acme/things';
export const sound = { name: 'One', size: { height: 3 } };
