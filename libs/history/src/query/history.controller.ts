import { Controller, Param, Res } from '@nestjs/common';
import { TimeUseQueries } from '@mainstay/assessment';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HistoryExport } from '../export/history-export';
import { changesAnswer, changesQuery } from './changes';
import { exportQuery, historyFilter, historyQuery, paging } from './history-filter';
import { historyPage, kindCounts, wholeEntryAnswer } from './history-entry';
import { HistoryQueries } from './history.queries';
import { mayReadHistoryOf } from './record-access';

const recordQuery = z.strictObject({
  ...paging,
  detail: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only changes of this part of the record, such as one action of an audit'),
});

@Controller('api/t/:tenant/history')
export class HistoryController {
  constructor(
    private readonly queries: HistoryQueries,
    private readonly exports: HistoryExport,
    private readonly timeUse: TimeUseQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'history.read',
    summary: 'The audit history: who changed what, when, before, after and why; newest first',
    query: historyFilter.extend(paging),
    answer: historyPage,
  })
  listHistory(@Ctx() context: RequestContext, @Query() query: z.infer<typeof historyQuery>) {
    return this.queries.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'kinds',
    access: 'history.read',
    summary: 'How many changes of each kind the filter lets through',
    query: historyFilter,
    answer: kindCounts,
  })
  async listHistoryKinds(@Ctx() context: RequestContext, @Query() filter: z.infer<typeof historyFilter>) {
    return { kinds: await this.queries.kinds(context, filter) };
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'history.export',
    summary: 'The filtered audit history as CSV or as one JSON document a line',
    query: exportQuery,
    answer: 'file',
  })
  async exportHistory(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.exports.send(reply, context, filter, format);
  }

  @Endpoint({
    method: 'GET',
    path: 'changes',
    access: 'history.of-record',
    summary: 'What was changed since an answer before: what an open page asks to know whether to read again',
    query: changesQuery,
    answer: changesAnswer,
  })
  listChanges(@Ctx() context: RequestContext, @Query() { after }: z.infer<typeof changesQuery>) {
    return this.queries.changes(context, after);
  }

  @Endpoint({
    method: 'GET',
    path: 'of/:type/:id',
    access: 'history.of-record',
    summary: 'The history of one record, newest first',
    query: recordQuery,
    answer: historyPage,
  })
  async historyOfRecord(
    @Ctx() context: RequestContext,
    @Param('type') type: string,
    @Param('id') id: string,
    @Query() query: z.infer<typeof recordQuery>,
  ) {
    mayReadHistoryOf(context, type, id);
    if (type === 'time-record') await this.timeUse.checkRecord(context, id);
    return this.queries.ofRecord(context, { type, id }, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':eventId',
    access: 'history.read',
    summary: 'One entry of the audit history with its event',
    answer: wholeEntryAnswer,
  })
  getHistoryEntry(@Ctx() context: RequestContext, @Param('eventId') eventId: string) {
    return this.queries.whole(context, eventId);
  }
}
