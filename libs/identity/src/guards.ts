import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Forbidden, Unauthenticated } from '@mainstay/event-sourcing';
import type { FastifyRequest } from 'fastify';
import { ENDPOINT, type EndpointAccess } from './access';
import { EndedMemberships } from './administration';
import { membershipIn } from './person';
import { mayDo, policy } from './policy';
import { invalid } from './token';
import { TokenVerifier } from './token-verifier';

/** Who is it? 401 without a good token, on every route that does not call itself public. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(private readonly verifier: TokenVerifier) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (accessOf(execution) === 'public') return true;
    const request = requestOf(execution);
    request.person = await this.verifier.verify(bearerToken(request.headers.authorization));
    return true;
  }
}

/** May this person do that? A route that does not say who may call it is refused to everyone. */
@Injectable()
export class AuthorizationGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const access = accessOf(execution);
    if (access === 'public') return true;
    if (access === undefined) throw new Forbidden('access.not-stated', 'This address does not say who may use it.');
    authorise(requestOf(execution), access);
    return true;
  }
}

/**
 * Is the person still a member? A token lives on for minutes after somebody was removed; a new one says what the person
 * is by now, so whoever was invited again is let in by signing in again.
 */
@Injectable()
export class MembershipGuard implements CanActivate {
  constructor(private readonly ended: EndedMemberships) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { params, person } = requestOf(execution);
    const { tenant } = params as { tenant?: string };
    const ended = person && tenant !== undefined ? await this.ended.endedAt(tenant, person.id) : undefined;
    if (ended && person!.issuedAt <= ended) {
      throw new Unauthenticated('token.membership-ended', 'The access token is older than the end of this membership.');
    }
    return true;
  }
}

function authorise(request: FastifyRequest, access: Exclude<EndpointAccess, 'public'>): void {
  const { person } = request;
  if (!person) throw missing();
  const { tenant } = request.params as { tenant?: string };
  if (tenant !== undefined) request.tenantRoles = membershipIn(person, tenant).roles;
  if (access !== 'signed-in' && !mayDo(request.tenantRoles ?? [], access)) {
    throw new Forbidden(
      'permission.missing',
      `Your role does not include the permission ${access}: ${policy[access].lets}`,
      {
        permission: access,
      },
    );
  }
}

function bearerToken(authorization: string | undefined): string {
  if (!authorization) throw missing();
  const token = /^bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token) throw invalid('the Authorization header must have the form "Bearer <token>"');
  return token;
}

const missing = (): Unauthenticated =>
  new Unauthenticated('token.missing', 'Sign in first: the request carries no access token.');

const requestOf = (execution: ExecutionContext) => execution.switchToHttp().getRequest<FastifyRequest>();

const accessOf = (execution: ExecutionContext): EndpointAccess | undefined =>
  (Reflect.getMetadata(ENDPOINT, execution.getHandler()) as { access: EndpointAccess } | undefined)?.access;
