import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { PortfolioFacade } from '@mainstay/portfolio';
import { z } from 'zod';
import { ChangeTeamMember, JoinTeam, LeaveTeam } from './team.commands';
import { lines, memberKinds } from './team.events';
import { TeamQueries } from './team.queries';

const line = z.string().trim().max(200);
const businessDate = z.iso.date('must be a date such as 2025-03-03');
const personId = z.string().trim().min(1, 'must be a person').max(100);
const place = {
  kind: z.enum(memberKinds),
  role: line,
  function: line,
  divisionId: z.string().max(100).nullable(),
  location: line,
  dedicated: z.boolean(),
  share: z.int('must be a whole number').min(1, 'must be 1 to 100').max(100, 'must be 1 to 100').nullable(),
  line: z.enum(lines),
};
const joining = z.strictObject({
  personId,
  joinedOn: businessDate,
  kind: place.kind,
  role: place.role.min(1, 'must say what the person does for the customer'),
  function: place.function.default(''),
  divisionId: place.divisionId.default(null),
  location: place.location.default(''),
  dedicated: place.dedicated.default(false),
  share: place.share.default(null),
  line: place.line.default('dotted'),
});
const changes = z
  .strictObject(place)
  .partial()
  .extend({ reason: z.string().trim().max(1_000).default('') });
const leaving = z.strictObject({ leftOn: businessDate, reason: z.string().trim().max(1_000).default('') });

const teamAnswer = z.object({
  items: z.array(z.object({ personId, joinedOn: z.iso.date(), leftOn: z.iso.date().nullable(), ...place })),
  /** Of the team; 0 while nobody ever joined. */
  version: z.int(),
});

@Controller('api/t/:tenant/accounts/:accountId/team')
export class TeamController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: TeamQueries,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'people.read',
    summary: 'The team of an account: who is in it and who was',
    answer: teamAnswer,
  })
  getTeam(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return this.queries.team(context, accountId);
  }

  @Endpoint({
    method: 'POST',
    path: 'members',
    access: 'people.team',
    summary: 'Take a person into the team of an account',
    body: joining,
    answer: 'command',
    creates: true,
  })
  async joinTeam(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof joining>,
  ): Promise<CommandResult> {
    const of = await this.of(context, accountId);
    return this.commands.execute(new JoinTeam(context, accountId, { ...of, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: 'members/:personId',
    access: 'people.team',
    summary: 'Change the part of a team member',
    body: changes,
    answer: 'command',
  })
  async changeTeamMember(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('personId') personId: string,
    @Input() { reason, ...rest }: z.infer<typeof changes>,
  ): Promise<CommandResult> {
    const of = await this.of(context, accountId);
    return this.commands.execute(new ChangeTeamMember(context, accountId, { ...of, personId, changes: rest, reason }));
  }

  @Endpoint({
    method: 'POST',
    path: 'members/:personId/leaving',
    access: 'people.team',
    summary: 'Record that a person left the team',
    body: leaving,
    answer: 'command',
  })
  async leaveTeam(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('personId') personId: string,
    @Input() body: z.infer<typeof leaving>,
  ): Promise<CommandResult> {
    const of = await this.of(context, accountId);
    return this.commands.execute(new LeaveTeam(context, accountId, { ...of, personId, ...body }));
  }

  private async of(context: RequestContext, accountId: string) {
    const account = await this.portfolio.account(context, accountId);
    if (!account) throw new NotFound('account', accountId);
    return { accountId, leadId: account.leadId };
  }
}
