import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { Columns } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CategoriesQueries, type KnownCategories } from '../../category/categories.queries';
import { versionOf } from '../version-of';
import {
  resourceFilter,
  type ResourcePage,
  resourcePage,
  type ResourcePromises,
  resourcePromises,
} from './resource.answers';
import { CheckResource, type CheckResourceBody, checkResourceBody } from './resource.commands';
import { ResourceQueries } from './resource.queries';

const resourceExport = resourceFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant')
export class ResourceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: ResourceQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'portfolio/resources',
    access: 'portfolio.read',
    summary: 'What was to move with decisions on categories, against what moved',
    query: resourcePage,
    answer: resourcePromises,
  })
  listResources(@Ctx() context: RequestContext, @Query() query: ResourcePage): Promise<ResourcePromises> {
    return this.queries.promises(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'portfolio/resources/export',
    access: 'portfolio.read',
    summary: 'The same as CSV or XLSX',
    query: resourceExport,
    answer: 'file',
  })
  async exportResources(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof resourceExport>,
    @Res() reply: FastifyReply,
  ) {
    const lines = await this.queries.all(context, filter);
    await sendTable(reply, format, 'resources', columnsWith(await this.categories.known(context)), lines);
  }

  @Endpoint({
    method: 'PUT',
    path: 'accounts/:accountId/resources/:promise',
    access: 'portfolio.recategorise',
    summary: 'Record how much of what was named in a decision has moved',
    body: checkResourceBody,
    answer: 'command',
  })
  checkResource(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Param('promise') promise: string,
    @Input() body: Omit<CheckResourceBody, 'accountId' | 'decision' | 'line'>,
  ): Promise<CommandResult> {
    const [decision = 0, line = 0] = promise.split('.').map((part) => versionOf('resource', part));
    return this.commands.execute(new CheckResource(context, accountId, { accountId, decision, line, ...body }));
  }
}

const placeText = ({ id, name }: ResourcePromises['items'][number]['from']) => name ?? (id === 'pool' ? 'Pool' : id);

const columnsWith = ({ nameOf }: KnownCategories): Columns<ResourcePromises['items'][number]> => ({
  Account: ({ account }) => account,
  'From category': ({ fromCategory }) => nameOf(fromCategory),
  'To category': ({ toCategory }) => nameOf(toCategory),
  'Effective on': ({ effectiveOn }) => effectiveOn,
  Resource: ({ kind }) => ({ hours: 'Hours a month', people: 'People', money: 'Money a year' })[kind],
  From: ({ from }) => placeText(from),
  To: ({ to }) => placeText(to),
  Named: ({ amount }) => amount,
  Moved: ({ moved }) => moved,
  State: ({ state }) => state,
  'Check on': ({ checkOn }) => checkOn,
  Note: ({ note }) => note,
});
