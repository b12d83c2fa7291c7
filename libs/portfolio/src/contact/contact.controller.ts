import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, idForRequest, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import { PersonalDataVault, type Sealed } from '@mainstay/personal-data';
import { z } from 'zod';
import { assertKeepsAccount } from '../account/keeps-account';
import { businessDate, line, person, prose } from '../fields';
import { contact, known } from './contact';
import { AddContact, ChangeContact, EraseContact, LeaveCustomer, MeetContact } from './contact.commands';
import { contactLevels, influences } from './contact.events';
import { ContactQueries, vaultSubject } from './contact.queries';
import { ForgetContact } from '../relationship/relationships.commands';

const personal = {
  name: line(200),
  jobTitle: z.string().trim().max(200).nullable(),
  email: z.email('must be an e-mail address').max(254).nullable(),
  phone: z.string().trim().max(60).nullable(),
};
const facts = {
  function: z.string().trim().max(120),
  level: z.enum(contactLevels),
  influence: z.enum(influences).nullable(),
  knownBy: z
    .array(person)
    .max(100)
    .transform((people) => [...new Set(people)].sort()),
  purpose: z.string().trim().max(500),
  keepUntil: businessDate.nullable(),
};
const newContact = z.strictObject({
  name: personal.name,
  jobTitle: personal.jobTitle.default(null),
  email: personal.email.default(null),
  phone: personal.phone.default(null),
  function: facts.function.default(''),
  level: facts.level,
  influence: facts.influence.default(null),
  knownBy: facts.knownBy.prefault([]),
  purpose: facts.purpose,
  keepUntil: facts.keepUntil.default(null),
});
const changes = z
  .strictObject({ ...personal, ...facts })
  .partial()
  .extend({ reason: prose.default('') });
const meeting = z.strictObject({ metOn: businessDate, note: prose.default('') });
const leaving = z.strictObject({ leftOn: businessDate.nullable(), reason: prose.default('') });
const erasure = z.strictObject({ reason: line(1_000) });

const contactAnswer = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string().nullable().describe('Null once the person was erased'),
  jobTitle: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  function: z.string(),
  level: z.enum(contactLevels),
  influence: z.enum(influences).nullable().describe('Part in a decision about us; null where it was not said'),
  knownBy: z.array(z.string()).describe('People of ours who know the contact'),
  purpose: z.string(),
  keepUntil: z.iso.date().nullable(),
  lastContactOn: z.iso.date().nullable(),
  lastContactBy: z.string().nullable(),
  leftOn: z.iso.date().nullable(),
  erased: z.boolean(),
  version: z.int(),
});

const meetingAnswer = z.object({
  metOn: z.iso.date(),
  by: z.string(),
  note: z.string().describe('Empty where nothing was noted, and once the person was erased'),
});

@Controller('api/t/:tenant/accounts/:accountId/contacts')
export class ContactController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: ContactQueries,
    private readonly vault: PersonalDataVault,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.read',
    summary: 'Everyone we know at the customer: level, who knows them, when we were last in touch',
    answer: z.object({ items: z.array(contactAnswer) }),
  })
  async listContacts(@Ctx() context: RequestContext, @Param('accountId') accountId: string) {
    return { items: await this.queries.ofAccount(context, accountId) };
  }

  @Endpoint({
    method: 'POST',
    access: 'portfolio.know',
    summary: 'Add a person at the customer',
    body: newContact,
    answer: 'command',
    creates: true,
  })
  async addContact(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: z.infer<typeof newContact>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const contactId = idForRequest('contact', context);
    const { name, jobTitle, email, phone, ...rest } = body;
    const sealed = await this.seal(context, contactId, { name, jobTitle, email, phone });
    return this.commands.execute(new AddContact(context, contactId, { accountId, ...rest, ...sealed }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':contactId',
    access: 'portfolio.know',
    summary: 'Change what is known of a person at the customer',
    body: changes,
    answer: 'command',
  })
  async changeContact(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Input() { reason, ...body }: z.infer<typeof changes>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    known(await this.runner.state(contact, context.tenant, contactId), { accountId, contactId });
    const { name, jobTitle, email, phone, ...rest } = body;
    const sealed = await this.seal(context, contactId, { name, jobTitle, email, phone });
    const change = { accountId, contactId, changes: { ...rest, ...sealed }, reason };
    return this.commands.execute(new ChangeContact(context, contactId, change));
  }

  @Endpoint({
    method: 'GET',
    path: ':contactId/meetings',
    access: 'portfolio.read',
    summary: 'Every time we were in touch with a person at the customer, latest first',
    answer: z.object({ items: z.array(meetingAnswer) }),
  })
  async listMeetings(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
  ) {
    return { items: await this.queries.meetings(context, accountId, contactId) };
  }

  @Endpoint({
    method: 'POST',
    path: ':contactId/meetings',
    access: 'portfolio.know',
    summary: 'Record that we were in touch with a person at the customer',
    body: meeting,
    answer: 'command',
    creates: true,
  })
  async meetContact(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Input() body: z.infer<typeof meeting>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const { metOn, note } = body;
    known(await this.runner.state(contact, context.tenant, contactId), { accountId, contactId });
    const sealed = await this.vault.seal(context.tenant, vaultSubject(contactId), { note: note || undefined });
    const meeting = { accountId, contactId, metOn, note: sealed.note ?? ('' as const) };
    return this.commands.execute(new MeetContact(context, contactId, meeting));
  }

  @Endpoint({
    method: 'PUT',
    path: ':contactId/leaving',
    access: 'portfolio.know',
    summary: 'Record that a person left the customer, or take that back',
    body: leaving,
    answer: 'command',
  })
  async recordLeaving(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Input() body: z.infer<typeof leaving>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    return this.commands.execute(new LeaveCustomer(context, contactId, { accountId, contactId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':contactId/erasure',
    access: 'portfolio.know',
    summary: 'Erase name, title and addresses of a person for good, in the history too',
    body: erasure,
    answer: 'command',
  })
  async eraseContact(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('contactId') contactId: string,
    @Input() { reason }: z.infer<typeof erasure>,
  ): Promise<CommandResult> {
    await assertKeepsAccount(this.runner, context, accountId);
    const result = await this.commands.execute<EraseContact, CommandResult>(
      new EraseContact(context, contactId, { accountId, contactId, reason }),
    );
    // After the event: if this fails the request may be repeated, and destroys the key then.
    await this.vault.erase(context.tenant, vaultSubject(contactId));
    await this.commands.execute(new ForgetContact(context, accountId, { contactId }));
    return result;
  }

  /** Seals the texts that are given; null stays null and what is left out stays out. */
  private async seal<Texts extends Readonly<Record<string, string | null | undefined>>>(
    { tenant }: RequestContext,
    contactId: string,
    texts: Texts,
  ) {
    const given = Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const sealed = await this.vault.seal(tenant, vaultSubject(contactId), Object.fromEntries(given));
    const withheld = Object.entries(texts).filter(([, text]) => text === null);
    return { ...sealed, ...Object.fromEntries(withheld) } as {
      [Name in keyof Texts]: Sealed | (null extends Texts[Name] ? null : never);
    };
  }
}
