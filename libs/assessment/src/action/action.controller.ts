import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, idForRequest, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendCsv } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ActionAbout } from './action-about';
import { ChangeAction, MoveAction, RaiseAction } from './action.commands';
import { changeActionRequest, moveActionRequest, type RaiseActionRequest, raiseActionRequest } from './action.requests';
import {
  actionColumns,
  actionList,
  type ActionOrder,
  actionOrder,
  type ActionPage,
  actionPage,
  actionView,
} from './action-register/action-list';
import { ActionRegister } from './action-register/action-register.queries';

@Controller('api/t/:tenant/actions')
export class ActionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: ActionRegister,
    private readonly about: ActionAbout,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'assessment.act',
    summary: 'Raise a programme action: what is to be done, by whom, by when.',
    body: raiseActionRequest,
    answer: 'command',
    creates: true,
  })
  async raiseAction(@Ctx() context: RequestContext, @Input() body: RaiseActionRequest): Promise<CommandResult> {
    const divisionId = await this.about.divisionOf(context, body);
    return this.commands.execute(new RaiseAction(context, idForRequest('action', context), { ...body, divisionId }));
  }

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The programme actions: what we do about it, who, by when.',
    query: actionPage,
    answer: actionList,
  })
  listActions(@Ctx() context: RequestContext, @Query() query: ActionPage) {
    return this.register.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'assessment.read',
    summary: 'The programme actions as CSV, with the filters and the order of the list.',
    query: actionOrder,
    answer: 'file',
  })
  exportActions(@Ctx() context: RequestContext, @Query() query: ActionOrder, @Res() reply: FastifyReply): void {
    sendCsv(reply, 'actions.csv', actionColumns, this.register.all(context, query));
  }

  @Endpoint({
    method: 'GET',
    path: ':programmeActionId',
    access: 'assessment.read',
    summary: 'One programme action as it stands.',
    answer: actionView,
  })
  getAction(@Ctx() context: RequestContext, @Param('programmeActionId') actionId: string) {
    return this.register.action(context, actionId);
  }

  @Endpoint({
    method: 'PATCH',
    path: ':programmeActionId',
    access: 'assessment.act',
    summary: 'Change the words, the owner or the date of a programme action; a moved owner or date needs a reason.',
    body: changeActionRequest,
    answer: 'command',
  })
  changeAction(
    @Ctx() context: RequestContext,
    @Param('programmeActionId') actionId: string,
    @Input() body: z.infer<typeof changeActionRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ChangeAction(context, actionId, { actionId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':programmeActionId/state',
    access: 'assessment.carry-out',
    summary: 'Move a programme action on: under way, done with evidence, dropped or taken up again with a reason.',
    body: moveActionRequest,
    answer: 'command',
  })
  moveAction(
    @Ctx() context: RequestContext,
    @Param('programmeActionId') actionId: string,
    @Input() body: z.infer<typeof moveActionRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new MoveAction(context, actionId, { actionId, ...body }));
  }
}
