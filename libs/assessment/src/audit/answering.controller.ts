import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { AnswerAction, AssignAssessors, AssignParts, ConfirmAnswers } from './audit.commands';
import {
  answerOf,
  answerRequest,
  assignAssessorsRequest,
  assignPartsRequest,
  confirmAnswersRequest,
} from './audit.requests';

/** Who answers, and what they say. */
@Controller('api/t/:tenant/audits/:auditId')
export class AnsweringController {
  constructor(private readonly commands: CommandBus) {}

  @Endpoint({
    method: 'PUT',
    path: 'assessors',
    access: 'assessment.assign',
    summary: 'Say who answers the audit: everyone named answers the whole of it, with no date set.',
    body: assignAssessorsRequest,
    answer: 'command',
  })
  assignAssessors(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() body: z.infer<typeof assignAssessorsRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new AssignAssessors(context, auditId, { auditId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: 'assignments',
    access: 'assessment.assign',
    summary: 'Say who answers which part of the audit, and by when.',
    body: assignPartsRequest,
    answer: 'command',
  })
  assignAuditParts(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() body: z.infer<typeof assignPartsRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new AssignParts(context, auditId, { auditId, ...body }));
  }

  @Endpoint({
    method: 'PUT',
    path: 'answers/:actionId',
    access: 'assessment.answer',
    summary: 'Answer an action of the audit, or correct its answer with a reason.',
    body: answerRequest,
    answer: 'command',
  })
  answerAction(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('actionId') actionId: string,
    @Input() body: z.infer<typeof answerRequest>,
  ): Promise<CommandResult> {
    const answer = answerOf(body);
    return this.commands.execute(
      new AnswerAction(context, auditId, { auditId, actionId, answer, reason: body.reason }),
    );
  }

  @Endpoint({
    method: 'POST',
    path: 'confirmations',
    access: 'assessment.answer',
    summary: 'Confirm answers carried over from the earlier audit: looked at again, they still hold. All or none.',
    body: confirmAnswersRequest,
    answer: 'command',
  })
  confirmAnswers(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() body: z.infer<typeof confirmAnswersRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmAnswers(context, auditId, { auditId, ...body }));
  }
}
