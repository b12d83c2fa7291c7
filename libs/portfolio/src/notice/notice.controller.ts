import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import type { z } from 'zod';
import { MarkRead, type MarkReadBody, markReadBody } from './notice';
import { noticePage, noticesAnswer } from './notice.answers';
import { NoticeQueries } from './notice.queries';

@Controller('api/t/:tenant/notices')
export class NoticeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: NoticeQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'portfolio.notices',
    summary: 'What was decided that concerns the person, the latest first',
    query: noticePage,
    answer: noticesAnswer,
  })
  listNotices(@Ctx() context: RequestContext, @Query() page: z.infer<typeof noticePage>) {
    return this.queries.own(context, page);
  }

  @Endpoint({
    method: 'POST',
    path: 'reading',
    access: 'portfolio.notices',
    summary: 'Take note of notices',
    body: markReadBody,
    answer: 'command',
  })
  async markNoticesRead(@Ctx() context: RequestContext, @Input() { noticeIds }: MarkReadBody): Promise<CommandResult> {
    const known = await this.queries.known(context, noticeIds);
    const missing = noticeIds.find((id) => !known.includes(id));
    if (missing !== undefined) throw new NotFound('notice', missing);
    return this.commands.execute(new MarkRead(context, context.actor, { noticeIds }));
  }
}
