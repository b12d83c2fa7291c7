import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CommandRunner,
  type CommandResult,
  Malformed,
  NotFound,
  Refused,
  type RequestContext,
  roles,
} from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import { PersonalDataVault } from '@mainstay/personal-data';
import { PortfolioFacade } from '@mainstay/portfolio';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { change, member } from './member';
import { AddMember, ChangeMember, EraseMember } from './member.commands';
import { MemberQueries, type Person } from './member.queries';

const name = z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters');
const email = z.email('must be an e-mail address').max(254);
const role = z.enum(roles);
const personId = z.string().regex(/^[\w.:@-]{1,100}$/, 'must be the identity provider’s id of the person');
const division = z.string().trim().min(1).max(100);
const reason = z.string().trim().max(1_000);

const person = z.object({
  id: z.string(),
  name: z.string().nullable().describe('Null once the person was erased'),
  email: z.string().nullable(),
  role: role.describe('The part the person plays; rights come from the token'),
  lineManagerId: z.string().nullable().describe('To whom the person reports'),
  divisionId: z.string().nullable().describe('The division that the person works in'),
  erased: z.boolean(),
  version: z.int(),
});
const filter = z.object({ q: z.string().trim().max(100).optional(), role: role.optional() });
const peopleExport = filter.extend({ format: tableFormat });
const page = filter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});
const newPerson = z.strictObject({
  personId,
  name,
  email,
  role,
  lineManagerId: personId.optional(),
  divisionId: division.optional(),
});
const changes = z.strictObject({
  name: name.optional(),
  email: email.optional(),
  role: role.optional(),
  lineManagerId: personId.nullable().optional().describe('Null: nobody from now on'),
  divisionId: division.nullable().optional().describe('Null: no division from now on'),
  reason: reason.default(''),
});
const erasure = z.strictObject({ reason: reason.min(1, 'must say why the person is erased') });

@Controller('api/t/:tenant/people')
export class MemberController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: MemberQueries,
    private readonly vault: PersonalDataVault,
    private readonly portfolio: PortfolioFacade,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'people.read',
    summary: 'The people of the enterprise, by name',
    query: page,
    answer: z.object({ items: z.array(person), total: z.int(), next: z.string().nullable() }),
  })
  async listPeople(@Ctx() context: RequestContext, @Query() query: z.infer<typeof page>) {
    const people = await this.queries.people(context, query);
    const start = query.cursor === undefined ? 0 : people.findIndex(({ id }) => id === query.cursor) + 1;
    if (query.cursor !== undefined && start === 0) {
      throw new Malformed('request.cursor', 'cursor: must come from the page before, with the same filters.');
    }
    const items = people.slice(start, start + query.limit);
    return { items, total: people.length, next: start + query.limit < people.length ? items.at(-1)!.id : null };
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'people.read',
    summary: 'The people of the enterprise as CSV or XLSX',
    query: peopleExport,
    answer: 'file',
  })
  async exportPeople(
    @Ctx() context: RequestContext,
    @Query() { format, ...query }: z.infer<typeof peopleExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const people = await this.queries.people(context, query);
    await sendTable<Person>(
      reply,
      format,
      'people',
      {
        Name: shownName,
        'E-mail': (one) => one.email,
        Role: (one) => one.role,
        'Line manager id': (one) => one.lineManagerId,
        'Division id': (one) => one.divisionId,
      },
      people,
    );
  }

  @Endpoint({ method: 'GET', path: ':personId', access: 'people.read', summary: 'One person', answer: person })
  async getPerson(@Ctx() context: RequestContext, @Param('personId') id: string) {
    const found = await this.queries.person(context, id);
    if (!found) throw new NotFound('person', id);
    return found;
  }

  @Endpoint({
    method: 'POST',
    access: 'people.manage',
    summary: 'Make a person of the identity provider known here',
    body: newPerson,
    answer: 'command',
    creates: true,
  })
  async addPerson(@Ctx() context: RequestContext, @Input() body: z.infer<typeof newPerson>): Promise<CommandResult> {
    const { personId, name, email, ...rest } = body;
    await this.checkPlace(context, rest);
    const sealed = await this.vault.seal(context.tenant, personId, { name, email });
    return this.commands.execute(new AddMember(context, personId, { personId, ...sealed, ...rest }));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':personId',
    access: 'people.manage',
    summary: 'Change name, address or part of a person',
    body: changes,
    answer: 'command',
  })
  async changePerson(
    @Ctx() context: RequestContext,
    @Param('personId') personId: string,
    @Input() body: z.infer<typeof changes>,
  ): Promise<CommandResult> {
    const { name, email, ...rest } = body;
    const present = await this.runner.state(member, context.tenant, personId);
    change(present, { personId, reason: '' }, context); // refuses the unknown and the erased before a key is made
    await this.checkPlace(context, rest);
    const sealed = await this.vault.seal(context.tenant, personId, { name, email });
    return this.commands.execute(new ChangeMember(context, personId, { personId, ...rest, ...sealed }));
  }

  @Endpoint({
    method: 'POST',
    path: ':personId/erasure',
    access: 'people.manage',
    summary: 'Erase name and address of a person for good, in the history too',
    body: erasure,
    answer: 'command',
  })
  async erasePerson(
    @Ctx() context: RequestContext,
    @Param('personId') personId: string,
    @Input() { reason }: z.infer<typeof erasure>,
  ): Promise<CommandResult> {
    const result = await this.commands.execute<EraseMember, CommandResult>(
      new EraseMember(context, personId, { personId, reason }),
    );
    // After the event: if this fails the request may be repeated, and destroys the key then.
    await this.vault.erase(context.tenant, personId);
    return result;
  }

  /** @throws Refused where the line manager or the division named is not known here */
  private async checkPlace(
    context: RequestContext,
    { lineManagerId, divisionId }: { lineManagerId?: string | null; divisionId?: string | null },
  ): Promise<void> {
    if (lineManagerId && (await this.runner.state(member, context.tenant, lineManagerId)).kind !== 'known') {
      throw new Refused(
        'member.line-manager-unknown',
        `lineManagerId: there is no person with the id ${lineManagerId}.`,
      );
    }
    if (divisionId && !(await this.portfolio.divisionExists(context, divisionId))) {
      throw new Refused('member.division-unknown', `divisionId: there is no division with the id ${divisionId}.`);
    }
  }
}

const shownName = ({ name }: Person) => name ?? 'erased person';
