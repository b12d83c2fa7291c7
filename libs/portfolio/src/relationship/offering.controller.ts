import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { bind, Command, type CommandResult, idFrom, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { z } from 'zod';
import { code, line, prose } from '../fields';
import { addOffering, type AddOffering, changeOffering, type ChangeOffering, offerings } from './offerings';
import { RelationshipQueries } from './relationship.queries';

export class AddToOfferings extends Command<AddOffering> {}
export class ChangeOneOffering extends Command<ChangeOffering> {}
export const offeringCommands = bind(offerings, [
  [AddToOfferings, addOffering],
  [ChangeOneOffering, changeOffering],
]);

const newOffering = z.strictObject({ code, name: line(120) });
const changes = z.strictObject({
  name: line(120).optional(),
  offered: z.boolean().optional().describe('False: not sold any more; it leaves the white space'),
  reason: prose.default(''),
});
const answer = z.object({
  items: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), offered: z.boolean() })),
});

/** What the enterprise sells: the columns of the white space. */
@Controller('api/t/:tenant/offerings')
export class OfferingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: RelationshipQueries,
  ) {}

  @Endpoint({ method: 'GET', access: 'portfolio.read', summary: 'What the enterprise sells', answer })
  async listOfferings(@Ctx() context: RequestContext): Promise<z.infer<typeof answer>> {
    return { items: await this.queries.offerings(context) };
  }

  @Endpoint({
    method: 'POST',
    access: 'enterprise.manage',
    summary: 'Add something that the enterprise sells',
    body: newOffering,
    answer: 'command',
    creates: true,
  })
  addOffering(@Ctx() context: RequestContext, @Input() body: z.infer<typeof newOffering>): Promise<CommandResult> {
    const offeringId = idFrom('offering', context.tenant, body.code);
    return this.execute(new AddToOfferings(context, context.tenant, { offeringId, ...body }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':offeringId',
    access: 'enterprise.manage',
    summary: 'Rename an offering, or say that it is not sold any more',
    body: changes,
    answer: 'command',
  })
  changeOffering(
    @Ctx() context: RequestContext,
    @Param('offeringId') offeringId: string,
    @Input() { reason, ...body }: z.infer<typeof changes>,
  ): Promise<CommandResult> {
    return this.execute(new ChangeOneOffering(context, context.tenant, { offeringId, changes: body, reason }));
  }

  private async execute(command: AddToOfferings | ChangeOneOffering): Promise<CommandResult> {
    const result = await this.commands.execute<typeof command, CommandResult>(command);
    return { ...result, id: command.body.offeringId };
  }
}
