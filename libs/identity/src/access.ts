import type { Role } from '@mainstay/event-sourcing';
import type { Person } from './person';
import type { Permission } from './policy';

/** Metadata key under which a route states who may call it. A route that states nothing is refused. */
export const ENDPOINT = 'mainstay:endpoint';

/** Who may call a route: holders of a permission in the tenant of the path, anyone signed in, or anyone at all. */
export type EndpointAccess = Permission | 'signed-in' | 'public';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that is not public. */
    person?: Person;
    /** The person's roles in the tenant of the path. Set on every tenant route that is not public. */
    tenantRoles?: readonly Role[];
  }
}
