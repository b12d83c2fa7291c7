import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isPosition, Malformed, type RequestContext } from '@mainstay/event-sourcing';
import { ENDPOINT } from '@mainstay/identity';
import type { FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { EndpointMetadata } from './endpoint';
import { assertKeepable } from './text';

/** The request context of a tenant route: who asks, for which tenant, as at when. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const request = execution.switchToHttp().getRequest<FastifyRequest>();
  const { body, upload } = metadataOf(execution);
  if (!body && !upload) assertNoBody(request.body);
  return contextOf(request);
});

/** The body, parsed by the endpoint's own schema. */
export const Input = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { body } = metadataOf(execution);
  return parse(body!, execution.switchToHttp().getRequest<FastifyRequest>().body, 'body');
});

/** The query string, parsed by the endpoint's own schema. */
export const Query = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { query } = metadataOf(execution);
  const { asAt: _asAt, ...rest } = execution.switchToHttp().getRequest<FastifyRequest>().query as Record<
    string,
    unknown
  >;
  return parse(query!, rest, 'query');
});

export const metadataOf = (execution: ExecutionContext) =>
  Reflect.getMetadata(ENDPOINT, execution.getHandler()) as EndpointMetadata;

/** @throws Malformed with one entry per field: which rule it breaks */
export function parse<T>(schema: ZodType<T>, value: unknown, where: 'body' | 'query'): T {
  assertKeepable(value, where);
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({ field: issue.path.join('.') || where, rule: issue.message }));
  const first = errors[0]!;
  throw new Malformed(`request.${where}`, `${first.field}: ${first.rule}`, { errors });
}

/** What would be ignored is refused: whoever sent it meant something by it. */
function assertNoBody(body: unknown): void {
  const isEmpty = body === undefined || body === null || (isPlain(body) && Object.keys(body).length === 0);
  if (!isEmpty) throw new Malformed('request.body', 'body: this command takes none.');
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) === Object.prototype;

function contextOf(request: FastifyRequest): RequestContext {
  const { tenant } = request.params as { tenant: string };
  assertKeepable(request.params, 'address');
  const asAt = moment(request);
  if (asAt && request.method !== 'GET') {
    throw new Malformed('request.as-at', 'asAt: the past can be read, not changed.');
  }
  return {
    tenant,
    actor: request.person!.id,
    roles: request.tenantRoles!,
    correlation: request.id,
    now: request.demoClock ?? new Date(),
    asAt,
    after: positionHeader(request),
    expectedVersion: ifMatch(request),
    idempotencyKey: idempotencyKey(request),
    recordedAt: request.demoClock,
  };
}

function moment(request: FastifyRequest): Date | undefined {
  const { asAt } = request.query as { asAt?: unknown };
  if (asAt === undefined) return undefined;
  const wellFormed =
    typeof asAt === 'string' && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(asAt);
  const parsed = wellFormed ? new Date(asAt) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime())) {
    throw new Malformed(
      'request.as-at',
      'asAt: must be an ISO 8601 moment with a time zone, such as 2025-03-03T14:00:00Z.',
    );
  }
  return parsed;
}

function positionHeader(request: FastifyRequest): string | undefined {
  const after = header(request, 'position');
  if (after !== undefined && !isPosition(after)) {
    throw new Malformed('request.position', 'Position: must be a value that a command answered.');
  }
  return after;
}

function ifMatch(request: FastifyRequest): number | undefined {
  const value = header(request, 'if-match');
  if (value === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(value)?.[1];
  if (version === undefined)
    throw new Malformed('request.if-match', 'If-Match: must be the ETag of the record, such as "7".');
  return Number(version);
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = header(request, 'idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new Malformed(
      'request.idempotency-key',
      'Idempotency-Key: must be 8 to 200 printable characters without spaces.',
    );
  }
  return key;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
