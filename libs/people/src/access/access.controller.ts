import { Controller, Param, Req, Res } from '@nestjs/common';
import { type CommandResult, Malformed, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable } from '@mainstay/http';
import { membershipIn, type TenantMember } from '@mainstay/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  accessExport,
  accessPage,
  accessQuery,
  invitation,
  inviteBody,
  removalBody,
  rolesBody,
} from './access.answers';
import { AccessService, type Administration } from './access.service';

const access = 'people.access' as const;

/** Who may sign in, and as what. */
@Controller('api/t/:tenant/members')
export class AccessController {
  constructor(private readonly service: AccessService) {}

  @Endpoint({
    method: 'GET',
    access,
    summary: 'Who may sign in, with their roles',
    query: accessQuery,
    answer: accessPage,
  })
  async listMembers(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Query() query: z.infer<typeof accessQuery>,
  ) {
    const members = await this.filtered(administration(request, context), query);
    const start = query.cursor === undefined ? 0 : members.findIndex(({ id }) => id === query.cursor) + 1;
    if (query.cursor !== undefined && start === 0) {
      throw new Malformed('request.cursor', 'cursor: must come from the page before, with the same filters.');
    }
    const items = members.slice(start, start + query.limit);
    return { items, total: members.length, next: start + query.limit < members.length ? items.at(-1)!.id : null };
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access,
    summary: 'Who may sign in, as CSV or XLSX',
    query: accessExport,
    answer: 'file',
  })
  async exportMembers(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Query() { format, ...query }: z.infer<typeof accessExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const members = await this.filtered(administration(request, context), query);
    await sendTable<TenantMember>(
      reply,
      format,
      'members',
      {
        Name: ({ name }) => name,
        'E-mail': ({ email }) => email,
        Roles: ({ roles }) => roles.join(', '),
        State: ({ state }) => state,
      },
      members,
    );
  }

  @Endpoint({
    method: 'POST',
    path: 'invitations',
    access,
    summary: 'Invite somebody to sign in, with roles',
    body: inviteBody,
    answer: invitation,
    creates: true,
  })
  async inviteMember(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Input() body: z.infer<typeof inviteBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answered(reply, await this.service.invite(administration(request, context), body));
  }

  @Endpoint({
    method: 'POST',
    path: ':personId/invitation',
    access,
    summary: 'Invite somebody again who has not signed in yet',
    answer: invitation,
  })
  async inviteMemberAgain(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Param('personId') personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answered(reply, await this.service.inviteAgain(administration(request, context), personId));
  }

  @Endpoint({
    method: 'PUT',
    path: ':personId/roles',
    access,
    summary: 'Set the roles of a member',
    body: rolesBody,
    answer: 'command',
  })
  setMemberRoles(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Param('personId') personId: string,
    @Input() body: z.infer<typeof rolesBody>,
  ): Promise<CommandResult> {
    return this.service.setRoles(administration(request, context), personId, body);
  }

  @Endpoint({
    method: 'POST',
    path: ':personId/removal',
    access,
    summary: 'Remove a member at once, or withdraw an invitation',
    body: removalBody,
    answer: 'command',
  })
  removeMember(
    @Ctx() context: RequestContext,
    @Req() request: FastifyRequest,
    @Param('personId') personId: string,
    @Input() { reason }: z.infer<typeof removalBody>,
  ): Promise<CommandResult> {
    return this.service.remove(administration(request, context), personId, reason);
  }

  private async filtered(
    from: Administration,
    { q, role, state }: Pick<z.infer<typeof accessQuery>, 'q' | 'role' | 'state'>,
  ): Promise<TenantMember[]> {
    const sought = q?.toLocaleLowerCase();
    return (await this.service.members(from))
      .filter((member) => !role || member.roles.includes(role))
      .filter((member) => !state || member.state === state)
      .filter(({ name, email, username }) =>
        [name, email, username].some((text) => text?.toLocaleLowerCase().includes(sought ?? '')),
      )
      .sort((one, other) => names.compare(one.name, other.name) || (one.id < other.id ? -1 : 1));
  }
}

const names = new Intl.Collator('en', { sensitivity: 'base' });

function administration({ person }: FastifyRequest, context: RequestContext): Administration {
  return { context, tenant: { alias: context.tenant, id: membershipIn(person!, context.tenant).id } };
}

function answered(
  reply: FastifyReply,
  { invitation: { personId, oneTimePassword }, result }: Awaited<ReturnType<AccessService['invite']>>,
) {
  if (result.position) reply.header('Position', result.position);
  return { personId, oneTimePassword: oneTimePassword ?? null };
}
