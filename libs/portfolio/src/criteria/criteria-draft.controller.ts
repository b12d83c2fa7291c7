import { Controller, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import {
  comparisonColumns,
  type ComparisonExport,
  comparisonExport,
  type ComparisonPage,
  comparisonPage,
} from './comparison/comparison-list';
import { CategoriesQueries } from '../category/categories.queries';
import { namingCategories } from '../category/naming-categories';
import { ComparisonQueries } from './comparison/comparison.queries';
import { comparisonAnswer } from './criteria.answers';
import {
  ChangeDraft,
  type ChangeDraftBody,
  changeDraftBody,
  DiscardDraft,
  DraftCriteria,
  type DraftCriteriaBody,
  draftCriteriaBody,
  PublishDraft,
  type PublishDraftBody,
  publishDraftBody,
} from './criteria-sets.commands';

@Controller('api/t/:tenant/criteria-sets/draft')
export class CriteriaDraftController {
  constructor(
    private readonly commands: CommandBus,
    private readonly comparisons: ComparisonQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'portfolio.criteria',
    summary: 'Begin a draft of the criteria from a version, the one in force where none is named',
    body: draftCriteriaBody,
    answer: 'command',
    creates: true,
  })
  draftCriteria(@Ctx() context: RequestContext, @Input() body: DraftCriteriaBody): Promise<CommandResult> {
    return this.commands.execute(new DraftCriteria(context, context.tenant, body));
  }

  @Endpoint({
    method: 'PUT',
    access: 'portfolio.criteria',
    summary: 'Change the draft: name, criteria with axis, weight, anchors and words',
    body: changeDraftBody,
    answer: 'command',
  })
  changeCriteriaDraft(@Ctx() context: RequestContext, @Input() body: ChangeDraftBody): Promise<CommandResult> {
    return this.commands.execute(new ChangeDraft(context, context.tenant, body));
  }

  @Endpoint({
    method: 'POST',
    path: 'discarding',
    access: 'portfolio.criteria',
    summary: 'Discard the draft; the history keeps it',
    answer: 'command',
  })
  discardCriteriaDraft(@Ctx() context: RequestContext): Promise<CommandResult> {
    return this.commands.execute(new DiscardDraft(context, context.tenant, {}));
  }

  @Endpoint({
    method: 'POST',
    path: 'publication',
    access: 'portfolio.criteria',
    summary: 'Publish the draft as the next version, in force from a day; a version never changes',
    body: publishDraftBody,
    answer: 'command',
  })
  publishCriteria(@Ctx() context: RequestContext, @Input() body: PublishDraftBody): Promise<CommandResult> {
    return this.commands.execute(new PublishDraft(context, context.tenant, body));
  }

  @Endpoint({
    method: 'GET',
    path: 'comparison',
    access: 'portfolio.read',
    summary: 'What the draft would change: criteria, places in the matrix, suggested categories',
    query: comparisonPage,
    answer: comparisonAnswer,
  })
  compareCriteriaDraft(@Ctx() context: RequestContext, @Query() query: ComparisonPage) {
    return this.comparisons.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'comparison/export',
    access: 'portfolio.read',
    summary: 'The comparison as CSV or XLSX, account by account',
    query: comparisonExport,
    answer: 'file',
  })
  async exportCriteriaComparison(
    @Ctx() context: RequestContext,
    @Query() query: ComparisonExport,
    @Res() reply: FastifyReply,
  ) {
    const rows = await this.comparisons.all(context, query);
    const columns = namingCategories(comparisonColumns, await this.categories.known(context), {
      categories: ['Category'],
      suggestions: ['Suggested before', 'Suggested after'],
    });
    await sendTable(reply, query.format, 'criteria comparison', columns, rows);
  }
}
