import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idForRequest, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import { z } from 'zod';
import { line } from '../fields';
import { ChangeView, ChooseDefaultView, DeleteView, SaveView } from './list-views';
import { ListViewQueries } from './list-view.queries';

const list = z.enum(['accounts']).describe('Which list');
const facts = {
  name: line(80),
  query: z
    .string()
    .max(2_000, 'must be at most 2000 characters')
    .regex(/^[^\s#]*$/, 'must be the query of an address'),
  columns: z.array(line(40)).min(1, 'must name at least one column').max(40).nullable(),
  shared: z.boolean(),
};
const newView = z.strictObject({
  list,
  name: facts.name,
  query: facts.query.default(''),
  columns: facts.columns.default(null),
  shared: facts.shared.default(false),
});
const changes = z.strictObject(facts).partial();
const choice = z.strictObject({ list, viewId: z.string().max(100).nullable() });
const viewsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      list: z.string(),
      name: z.string(),
      query: z.string(),
      columns: z.array(z.string()).nullable(),
      shared: z.boolean(),
      ownerId: z.string(),
      own: z.boolean(),
      opens: z.boolean().describe('The list opens with it, for the person who asks'),
    }),
  ),
});

/** Settings of a person, so every command is on one's own views. */
@Controller('api/t/:tenant/list-views')
export class ListViewController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: ListViewQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.views',
    summary: 'Views of a list: one’s own and those that others share',
    query: z.object({ list }),
    answer: viewsAnswer,
  })
  async listViews(@Ctx() context: RequestContext, @Query() query: { list: string }) {
    return { items: await this.queries.views(context, query.list) };
  }

  @Endpoint({
    method: 'POST',
    access: 'portfolio.views',
    summary: 'Keep a view of a list: filters, order and columns under a name',
    body: newView,
    answer: 'command',
    creates: true,
  })
  async saveView(@Ctx() context: RequestContext, @Input() body: z.infer<typeof newView>): Promise<CommandResult> {
    const viewId = idForRequest('list-view', context);
    const result: CommandResult = await this.commands.execute(
      new SaveView(context, context.actor, { viewId, ...body }),
    );
    return { ...result, id: viewId };
  }

  @Endpoint({
    method: 'PUT',
    path: 'default',
    access: 'portfolio.views',
    summary: 'Choose the view with which a list opens; null: as the page is by itself',
    body: choice,
    answer: 'command',
  })
  async chooseDefaultView(
    @Ctx() context: RequestContext,
    @Input() body: z.infer<typeof choice>,
  ): Promise<CommandResult> {
    if (body.viewId !== null) {
      const views = await this.queries.views(context, body.list);
      if (!views.some(({ id }) => id === body.viewId)) throw new NotFound('view', body.viewId);
    }
    return this.commands.execute(new ChooseDefaultView(context, context.actor, body));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':viewId',
    access: 'portfolio.views',
    summary: 'Change a view of one’s own: name, filters, columns, whether it is shared',
    body: changes,
    answer: 'command',
  })
  changeView(
    @Ctx() context: RequestContext,
    @Param('viewId') viewId: string,
    @Input() body: z.infer<typeof changes>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ChangeView(context, context.actor, { viewId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':viewId/deletion',
    access: 'portfolio.views',
    summary: 'Delete a view of one’s own',
    body: z.strictObject({ list }),
    answer: 'command',
  })
  deleteView(
    @Ctx() context: RequestContext,
    @Param('viewId') viewId: string,
    @Input() body: { list: string },
  ): Promise<CommandResult> {
    return this.commands.execute(new DeleteView(context, context.actor, { viewId, list: body.list }));
  }
}
