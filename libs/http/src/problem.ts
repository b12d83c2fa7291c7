import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Rejection, Unauthenticated, Unavailable } from '@mainstay/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { named } from './telemetry';

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly details?: Record<string, unknown>;
}

/** Turns every failure into problem JSON (RFC 9457). What was not foreseen is logged and said to be our fault, no more. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof Rejection))
      request.log.error({ err: error, ...named(request.id) }, 'unforeseen failure');
    if (error instanceof Unauthenticated) reply.header('WWW-Authenticate', challenge(error));
    if (error instanceof Unavailable) reply.header('Retry-After', String(error.retryAfterSeconds));
    void sendProblem(request, reply, problem);
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, title, details } = problem;
  return reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(
      JSON.stringify({ type: `urn:mainstay:problem:${code}`, title, status, code, ...details, requestId: request.id }),
    );
}

/** RFC 6750: an error is named only where a token was sent. */
const challenge = ({ code }: Unauthenticated) =>
  `Bearer realm="mainstay"${code === 'token.missing' ? '' : ', error="invalid_token"'}`;

function problemOf(error: unknown): Problem {
  if (error instanceof Rejection)
    return { status: error.status, code: error.code, title: error.message, details: error.details };
  const status = statusOf(error);
  if (status === 404) return { status, code: 'route.not-found', title: 'There is nothing at this address.' };
  if (status === 413) return { status, code: 'request.too-large', title: 'The body is larger than 1 MB.' };
  if (status === 415) return { status, code: 'request.media-type', title: 'The body must be application/json.' };
  if (status === 429) return { status, code: 'request.too-many', title: 'Too many requests; wait a moment.' };
  if (status !== undefined && status < 500)
    return { status, code: 'request.malformed', title: 'The request is not well formed.' };
  return {
    status: 500,
    code: 'server.failure',
    title: 'Something failed on our side; nothing was changed. Say the request id if you report it.',
  };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: number };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
