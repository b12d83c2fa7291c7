import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Command,
  CommandRunner,
  Conflict,
  type CommandResult,
  NotFound,
  Refused,
  type RequestContext,
  type Role,
} from '@mainstay/event-sourcing';
import {
  IdentityAdministration,
  type Invitation,
  type NewMember,
  type TenantMember,
  type TenantOrganization,
} from '@mainstay/identity';
import { PersonalDataVault } from '@mainstay/personal-data';
import { member } from '../member/member';
import { AddMember } from '../member/member.commands';
import { ACCESS, access } from './access';
import { ChangeMemberRoles, InviteMember, InviteMemberAgain, RemoveMember } from './access.commands';
import { AccessQueries } from './access.queries';
import { EndedMembershipQueries } from './ended-membership.queries';

/** Where the request comes from: its context, and the organization that the caller's own token names. */
export interface Administration {
  readonly context: RequestContext;
  readonly tenant: TenantOrganization;
}

interface Outcome {
  readonly invitation: Invitation;
  readonly result: CommandResult;
}

/**
 * Members are kept by the identity provider, decisions about them here. A decision is recorded first and then carried
 * out there, so that nothing changes without an event; where carrying out fails, the same request may be repeated.
 * Inviting alone goes the other way round, as the provider names the person.
 */
@Injectable()
export class AccessService {
  constructor(
    private readonly identity: IdentityAdministration,
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly vault: PersonalDataVault,
    private readonly ended: EndedMembershipQueries,
    private readonly queries: AccessQueries,
  ) {}

  async invite({ context, tenant }: Administration, body: NewMember & { readonly reason: string }): Promise<Outcome> {
    const { reason, ...person } = body;
    const present = (await this.identity.members(tenant)).find(({ email }) => same(email, person.email));
    if (present && (await this.isSettled(context, present))) {
      throw new Conflict('access.member-exists', 'email: somebody with this address is a member already.');
    }
    const invitation = await this.identity.invite(tenant, person);
    const { personId } = invitation;
    const result = await this.run(new InviteMember(context, ACCESS, { personId, roles: person.roles, reason }));
    const known = await this.makeKnown(context, personId, person);
    return { invitation, result: known ?? result };
  }

  async inviteAgain({ context, tenant }: Administration, personId: string): Promise<Outcome> {
    const { state } = await this.memberOf(tenant, personId);
    if (state === 'active') {
      throw new Refused('access.active', 'personId: this person has signed in already and needs no invitation.');
    }
    const result = await this.run(new InviteMemberAgain(context, ACCESS, { personId }));
    return { invitation: await this.identity.inviteAgain(tenant, personId), result };
  }

  async setRoles(
    { context, tenant }: Administration,
    personId: string,
    { roles, reason }: { readonly roles: readonly Role[]; readonly reason: string },
  ): Promise<CommandResult> {
    const members = await this.identity.members(tenant);
    const { roles: from } = found(members, personId);
    const administrators = administratorsAmong(members);
    const result = await this.run(
      new ChangeMemberRoles(context, ACCESS, { personId, from, to: roles, reason, administrators }),
    );
    await this.identity.setRoles(tenant, personId, roles);
    return result;
  }

  async remove({ context, tenant }: Administration, personId: string, reason: string): Promise<CommandResult> {
    const members = await this.identity.members(tenant);
    const { roles, state } = found(members, personId);
    const administrators = administratorsAmong(members);
    const body = { personId, roles, invited: state === 'invited', reason, administrators };
    const result = await this.run(new RemoveMember(context, ACCESS, body));
    await this.ended.endNow(context.tenant, personId, context.now);
    await this.identity.remove(tenant, personId);
    return result;
  }

  /** As the identity provider has them now; at a moment of the past as far as it was decided here. */
  members({ context, tenant }: Administration): Promise<TenantMember[]> {
    return context.asAt ? this.queries.decided(context) : this.identity.members(tenant);
  }

  private async memberOf(tenant: TenantOrganization, personId: string): Promise<TenantMember> {
    return found(await this.identity.members(tenant), personId);
  }

  /** An invitation that was cut short before it was recorded is finished by asking again. */
  private async isSettled(context: RequestContext, { id, state }: TenantMember): Promise<boolean> {
    if (state === 'active') return true;
    const decided = (await this.runner.state(access, context.tenant, ACCESS)).get(id);
    return decided !== undefined && decided !== 'removed';
  }

  /** So that the person has a name in lists from the first day. One who is known, or was erased, stays as recorded. */
  private async makeKnown(
    context: RequestContext,
    personId: string,
    { name, email, roles: [role] }: NewMember,
  ): Promise<CommandResult | undefined> {
    const { kind } = await this.runner.state(member, context.tenant, personId);
    if (kind !== 'unknown' || !role) return undefined;
    const sealed = await this.vault.seal(context.tenant, personId, { name, email });
    return this.run(new AddMember({ ...context, idempotencyKey: undefined }, personId, { personId, ...sealed, role }));
  }

  private run(command: Command<unknown>): Promise<CommandResult> {
    return this.commands.execute(command);
  }
}

function found(members: readonly TenantMember[], personId: string): TenantMember {
  const one = members.find(({ id }) => id === personId);
  if (!one) throw new NotFound('member', personId);
  return one;
}

const administratorsAmong = (members: readonly TenantMember[]) =>
  members
    .filter(({ roles, state }) => state === 'active' && roles.includes('tenant-administrator'))
    .map(({ id }) => id);

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();
