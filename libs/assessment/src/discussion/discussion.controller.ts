import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CommandRunner,
  type CommandResult,
  idForRequest,
  NotFound,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { audit, existing } from '../audit/audit';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { discussionId, type Place } from './discussion';
import { Comment, EditComment, ResolveQuestion, WithdrawComment } from './discussion.commands';
import { Discussions } from './discussion.queries';
import {
  commentRequest,
  discussedActions,
  discussionThread,
  editCommentRequest,
  resolveQuestionRequest,
  withdrawCommentRequest,
} from './discussion.views';

/** What people say and ask beside the actions of an audit. It goes on after the sign-off: it changes no answer. */
@Controller('api/t/:tenant/audits/:auditId/discussion')
export class DiscussionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly discussions: Discussions,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The actions of an audit that are talked about, with their open questions.',
    answer: discussedActions,
  })
  async listDiscussedActions(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return { items: await this.discussions.discussed(context, auditId) };
  }

  @Endpoint({
    method: 'GET',
    path: ':actionId',
    access: 'assessment.read',
    summary: 'Everything said beside one action, in the order said.',
    answer: discussionThread,
  })
  async getDiscussion(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
  ) {
    return { items: await this.discussions.thread(context, auditId, actionId) };
  }

  @Endpoint({
    method: 'POST',
    path: ':actionId',
    access: 'assessment.discuss',
    summary: 'Comment, ask, or answer a question. The answer’s id is that of the comment.',
    body: commentRequest,
    answer: 'command',
    creates: true,
  })
  async commentOnAction(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Input() body: z.infer<typeof commentRequest>,
  ): Promise<CommandResult> {
    const place = await this.place(context, auditId, actionId);
    const commentId = idForRequest('comment', context);
    const command = new Comment(context, discussionId(context.tenant, place), { place, commentId, ...body });
    return { ...(await this.commands.execute<Comment, CommandResult>(command)), id: commentId };
  }

  @Endpoint({
    method: 'PUT',
    path: ':actionId/:commentId',
    access: 'assessment.discuss',
    summary: 'Put one’s own comment otherwise; how it read before stays readable.',
    body: editCommentRequest,
    answer: 'command',
  })
  async editComment(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Param('commentId') commentId: string,
    @Input() body: z.infer<typeof editCommentRequest>,
  ): Promise<CommandResult> {
    const place = await this.place(context, auditId, actionId);
    const id = discussionId(context.tenant, place);
    return this.commands.execute(new EditComment(context, id, { place, commentId, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: ':actionId/:commentId/withdrawal',
    access: 'assessment.discuss',
    summary: 'Withdraw one’s own comment with a reason; the history keeps what was said.',
    body: withdrawCommentRequest,
    answer: 'command',
  })
  async withdrawComment(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Param('commentId') commentId: string,
    @Input() body: z.infer<typeof withdrawCommentRequest>,
  ): Promise<CommandResult> {
    const place = await this.place(context, auditId, actionId);
    const id = discussionId(context.tenant, place);
    return this.commands.execute(new WithdrawComment(context, id, { place, commentId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: ':actionId/:commentId/resolution',
    access: 'assessment.discuss',
    summary: 'Say that a question is settled, or open it again with a reason.',
    body: resolveQuestionRequest,
    answer: 'command',
  })
  async resolveQuestion(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Param('commentId') commentId: string,
    @Input() body: z.infer<typeof resolveQuestionRequest>,
  ): Promise<CommandResult> {
    const place = await this.place(context, auditId, actionId);
    const id = discussionId(context.tenant, place);
    return this.commands.execute(new ResolveQuestion(context, id, { place, commentId, ...body }));
  }

  /** @throws NotFound for an audit that was never opened and for what its catalogue does not ask */
  private async place({ tenant }: RequestContext, auditId: string, actionId: string): Promise<Place> {
    const { divisionId, catalogueVersion } = existing(await this.runner.state(audit, tenant, auditId), auditId);
    if (!phaseAuditOf(catalogueVersion).action(actionId)) throw new NotFound('action', actionId);
    return { divisionId, auditId, actionId };
  }
}
