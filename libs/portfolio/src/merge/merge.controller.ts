import { Controller, Param } from '@nestjs/common';
import { type CommandResult, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query } from '@mainstay/http';
import type { z } from 'zod';
import type { RegisteredAccount } from '../account/account';
import { factsOfBoth } from './merge-plan';
import { MergeQueries } from './merge.queries';
import {
  mergeBody,
  type MergePreview,
  mergePreviewAnswer,
  mergePreviewQuery,
  type MergeRequest,
  unmergeBody,
} from './merge.views';
import { Merger } from './merger';

@Controller('api/t/:tenant/accounts/:accountId')
export class MergeController {
  constructor(
    private readonly merger: Merger,
    private readonly queries: MergeQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'merge-preview',
    access: 'portfolio.register',
    summary: 'What would go over if this account were merged into another, and which values differ',
    query: mergePreviewQuery,
    answer: mergePreviewAnswer,
  })
  async previewMerge(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Query() { into }: z.infer<typeof mergePreviewQuery>,
  ): Promise<MergePreview> {
    if (into === accountId) throw new Refused('merge.same', 'into: must be another account.');
    const merged = await this.merger.account(context, accountId);
    const survivor = await this.merger.account(context, into);
    const { contacts, lines, cells, children } = await this.queries.parts(context, accountId, into);
    return {
      merged: sideOf(accountId, merged),
      survivor: sideOf(into, survivor),
      facts: factsOfBoth(merged, survivor),
      moves: {
        contacts: contacts.length,
        reportingLines: lines.length,
        whiteSpace: cells.length,
        children: children.length,
      },
      reads: await this.queries.reads(context, accountId, into),
      refusal: await this.merger.refusal(context, accountId, into),
    };
  }

  @Endpoint({
    method: 'POST',
    path: 'merge',
    access: 'portfolio.register',
    summary: 'Merge this account into another, which stands for the customer from now on; it can be undone',
    body: mergeBody,
    answer: 'command',
  })
  mergeAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() body: MergeRequest,
  ): Promise<CommandResult> {
    return this.merger.merge(context, accountId, body);
  }

  @Endpoint({
    method: 'POST',
    path: 'unmerge',
    access: 'portfolio.register',
    summary: 'Undo a merge: what went over comes back, where nobody changed it since',
    body: unmergeBody,
    answer: 'command',
  })
  unmergeAccount(
    @Ctx() context: RequestContext,
    @Param('accountId') accountId: string,
    @Input() { reason }: z.infer<typeof unmergeBody>,
  ): Promise<CommandResult> {
    return this.merger.unmerge(context, accountId, reason);
  }
}

const sideOf = (id: string, { code, name, category, scoring }: RegisteredAccount) => ({
  id,
  code,
  name,
  category,
  scored: scoring !== null,
});
