import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { PersonalDataVault } from '@mainstay/personal-data';
import { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { contact, known } from '../contact/contact';
import { SetRelationshipTo } from '../contact/contact.commands';
import { stances, strengths } from '../contact/contact.events';
import { vaultSubject } from '../contact/contact.queries';
import { businessDate, line, person, prose } from '../fields';
import { PeopleDirectory } from './people-directory';
import { mapAnswer } from './relationship.answers';
import { RelationshipQueries } from './relationship.queries';
import { SetRelationshipLevel, SetReportingLineTo } from './relationships.commands';
import { relationshipLevels } from './relationships.events';

const silence = z.object({
  silentDays: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(90)
    .describe('Without contact for more days: not in touch'),
});
const relationship = z.strictObject({
  stance: z.enum(stances),
  strength: z.enum(strengths),
  ownerId: person.nullable().default(null),
  note: prose.default('').describe('About the person: erased with the person'),
  reason: prose.default(''),
});
const ending = z.strictObject({ reason: line(1_000) });
const reportingLine = z.strictObject({ reportsTo: z.string().max(100).nullable(), reason: prose.default('') });
const level = z.strictObject({
  level: z.enum(relationshipLevels),
  effectiveOn: businessDate,
  reason: prose.default(''),
});

/** How we stand with a customer: person by person, in its organisation, and as a whole. */
@Controller('api/t/:tenant/accounts/:accountId')
export class RelationshipController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: RelationshipQueries,
    private readonly vault: PersonalDataVault,
    private readonly people: PeopleDirectory,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'relationships',
    access: 'portfolio.read',
    summary: 'Who knows whom at a customer, its organisation, what follows, and the level of the relationship',
    query: silence,
    answer: mapAnswer,
  })
  getRelationships(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { silentDays }: z.infer<typeof silence>,
  ) {
    return this.queries.map(context, accountId, silentDays);
  }

  @Endpoint({
    method: 'PUT',
    path: 'contacts/:contactId/relationships/:personId',
    access: 'portfolio.know',
    summary: 'Say how somebody of ours stands with a person at the customer',
    body: relationship,
    answer: 'command',
  })
  async setRelationship(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Param('personId') personId: string,
    @Input() { reason, note, ...body }: z.infer<typeof relationship>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await this.assertContact(context, accountId, contactId);
    if (!(await this.people.knows(context, personId))) throw new NotFound('person', personId);
    const sealed = await this.vault.seal(context.tenant, vaultSubject(contactId), { note: note || undefined });
    const said = { ...body, note: sealed.note ?? null };
    const change = { accountId, contactId, personId, relationship: said, reason };
    return this.commands.execute(new SetRelationshipTo(context, contactId, change));
  }

  @Endpoint({
    method: 'POST',
    path: 'contacts/:contactId/relationships/:personId/ending',
    access: 'portfolio.know',
    summary: 'Record that somebody of ours does not know a person at the customer any more',
    body: ending,
    answer: 'command',
  })
  async endRelationship(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Param('personId') personId: string,
    @Input() { reason }: z.infer<typeof ending>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const facts = known(await this.runner.state(contact, context.tenant, contactId), { accountId, contactId }).facts;
    if (!facts.knownBy.includes(personId)) throw new NotFound('relationship', personId);
    const change = { accountId, contactId, personId, relationship: null, reason };
    return this.commands.execute(new SetRelationshipTo(context, contactId, change));
  }

  @Endpoint({
    method: 'PUT',
    path: 'contacts/:contactId/reporting-line',
    access: 'portfolio.know',
    summary: 'Say whom a person at the customer reports to',
    body: reportingLine,
    answer: 'command',
  })
  async setReportingLine(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Input() body: z.infer<typeof reportingLine>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    await this.assertContact(context, accountId, contactId);
    if (body.reportsTo !== null) {
      const superior = await this.runner.state(contact, context.tenant, body.reportsTo);
      if (superior.kind !== 'known' || superior.accountId !== accountId) {
        throw new Refused('relationship.superior-unknown', 'reportsTo: must be a contact of the same account.');
      }
    }
    return this.commands.execute(new SetReportingLineTo(context, accountId, { contactId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'relationship-levels',
    access: 'portfolio.know',
    summary: 'Say which level the relationship with the customer has, from which day and what shows it',
    body: level,
    answer: 'command',
  })
  async setRelationshipLevel(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof level>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new SetRelationshipLevel(context, accountId, body));
  }

  private async assertContact(context: RequestContext, accountId: string, contactId: string): Promise<void> {
    known(await this.runner.state(contact, context.tenant, contactId), { accountId, contactId });
  }
}
