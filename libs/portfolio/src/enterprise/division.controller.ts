import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idFrom, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { EnterpriseQueries } from './enterprise-settings/enterprise.queries';
import { AmendDivision, amendDivisionBody, OpenDivision, openDivisionBody } from './enterprise.commands';

const divisions = z.object({
  version: z.int().describe('Of the enterprise, whose part the divisions are'),
  items: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), headId: z.string().nullable() })),
});

/** Divisions belong to the enterprise: its version is theirs, and answers carry the division's own id. */
@Controller('api/t/:tenant/divisions')
export class DivisionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: EnterpriseQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'enterprise.read',
    summary: 'The divisions and who heads them',
    answer: divisions,
  })
  listDivisions(@Ctx() context: RequestContext): Promise<z.infer<typeof divisions>> {
    return this.queries.divisions(context);
  }

  @Endpoint({
    method: 'POST',
    access: 'enterprise.manage',
    summary: 'Open a division',
    body: openDivisionBody,
    answer: 'command',
    creates: true,
  })
  async openDivision(@Ctx() context: RequestContext, @Input() body: z.infer<typeof openDivisionBody>) {
    const divisionId = idFrom('division', context.tenant, body.code);
    return this.execute(new OpenDivision(context, context.tenant, { divisionId, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':divisionId',
    access: 'enterprise.manage',
    summary: 'Rename a division or appoint its head',
    body: amendDivisionBody,
    answer: 'command',
  })
  async amendDivision(
    @Ctx() context: RequestContext,
    @Param('divisionId') divisionId: string,
    @Input() body: z.infer<typeof amendDivisionBody>,
  ) {
    return this.execute(new AmendDivision(context, context.tenant, { divisionId, ...body }));
  }

  private async execute(command: OpenDivision | AmendDivision): Promise<CommandResult> {
    const result = await this.commands.execute<typeof command, CommandResult>(command);
    return { ...result, id: command.body.divisionId };
  }
}
