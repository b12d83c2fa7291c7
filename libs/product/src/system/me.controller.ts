import { Controller, Req } from '@nestjs/common';
import { NotFound, type RequestContext, roles } from '@mainstay/event-sourcing';
import { Ctx, Endpoint } from '@mainstay/http';
import { permissionsOf, type Person, policy } from '@mainstay/identity';
import { PortfolioFacade } from '@mainstay/portfolio';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const Me = z.object({
  id: z.string(),
  name: z.string(),
  tenants: z.array(z.object({ alias: z.string(), name: z.string(), roles: z.array(z.string()) })),
});

const TenantMe = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  tenant: z.object({ alias: z.string(), name: z.string(), currency: z.string() }),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  divisions: z.union([z.literal('all'), z.array(z.object({ id: z.string(), name: z.string() }))]),
});

const Policy = z.object({
  roles: z.array(z.string()),
  permissions: z.array(
    z.object({
      name: z.string(),
      /** What the permission lets a person do. */
      lets: z.string(),
      /** What the record itself must also say. */
      record: z.string().optional(),
      roles: z.array(z.string()),
    }),
  ),
});

@Controller('api')
export class MeController {
  constructor(private readonly portfolio: PortfolioFacade) {}

  @Endpoint({
    method: 'GET',
    path: 'me',
    access: 'signed-in',
    summary: 'Who I am, and the enterprises I work for',
    answer: Me,
  })
  async me(@Req() request: FastifyRequest) {
    const person = request.person!;
    const tenants = await Promise.all(
      Object.entries(person.organizations).map(async ([alias, { roles }]) => {
        const enterprise = await this.portfolio.enterprise(readingAs(person, alias, request));
        return { alias, name: enterprise.name || alias, roles };
      }),
    );
    return { id: person.id, name: person.name, tenants: tenants.sort((a, b) => a.name.localeCompare(b.name)) };
  }

  @Endpoint({
    method: 'GET',
    path: 't/:tenant/me',
    access: 'signed-in',
    summary: 'What I am in this enterprise: roles, permissions, division scope',
    answer: TenantMe,
  })
  async tenantMe(@Req() request: FastifyRequest, @Ctx() context: RequestContext) {
    const person = request.person!;
    const [enterprise, divisions] = await Promise.all([
      this.portfolio.enterprise(context),
      this.portfolio.divisionScope(context),
    ]);
    return {
      person: { id: person.id, name: person.name },
      tenant: { alias: context.tenant, name: enterprise.name || context.tenant, currency: enterprise.currency },
      roles: context.roles,
      permissions: permissionsOf(context.roles),
      divisions,
    };
  }

  @Endpoint({
    method: 'GET',
    path: 'policy',
    access: 'signed-in',
    summary: 'Who may do what: roles by permissions',
    answer: Policy,
  })
  policy() {
    return { roles, permissions: Object.entries(policy).map(([name, line]) => ({ name, ...line })) };
  }
}

function readingAs(person: Person, tenant: string, request: FastifyRequest): RequestContext {
  const membership = person.organizations[tenant];
  if (!membership) throw new NotFound('tenant', tenant);
  return { tenant, actor: person.id, roles: membership.roles, correlation: request.id, now: new Date() };
}
