import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { audit, existing } from './audit';
import { ReopenAudit, SignAuditOff } from './audit.commands';
import { reopenAuditRequest, signAuditOffRequest } from './audit.requests';
import { AuditReview } from './audit-register/audit-review.queries';
import { auditProgress } from './progress';
import { auditHints, auditSignOffs } from './review.views';

/** The lead's part of an audit: how far it is, what to look at, signing off and reopening. */
@Controller('api/t/:tenant/audits/:auditId')
export class ReviewController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly review: AuditReview,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'progress',
    access: 'assessment.read',
    summary: 'How far each assessor is with each part, what is overdue, and what nobody is assigned to.',
    answer: auditProgress,
  })
  auditProgress(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return this.review.progress(context, auditId);
  }

  @Endpoint({
    method: 'GET',
    path: 'hints',
    access: 'assessment.read',
    summary: 'What to look at before the audit is signed off.',
    answer: auditHints,
  })
  auditHints(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return this.review.hints(context, auditId);
  }

  @Endpoint({
    method: 'GET',
    path: 'sign-offs',
    access: 'assessment.read',
    summary: 'Every sign-off of the audit, and whether the answers are still those that were signed.',
    answer: auditSignOffs,
  })
  auditSignOffs(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return this.review.signOffs(context, auditId);
  }

  @Endpoint({
    method: 'POST',
    path: 'sign-off',
    access: 'assessment.sign-off',
    summary: 'Sign the audit off: its answers are pinned, and nothing changes until it is reopened.',
    body: signAuditOffRequest,
    answer: 'command',
  })
  async signAuditOff(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() body: z.infer<typeof signAuditOffRequest>,
  ): Promise<CommandResult> {
    const present = existing(await this.runner.state(audit, context.tenant, auditId), auditId);
    const evidenceFrom = await this.review.evidenceFrom(context, present, present.divisionId);
    return this.commands.execute(new SignAuditOff(context, auditId, { auditId, evidenceFrom, ...body }));
  }

  @Endpoint({
    method: 'POST',
    path: 'reopen',
    access: 'assessment.sign-off',
    summary: 'Reopen an audit that was signed off, with the reason; what was signed stays readable.',
    body: reopenAuditRequest,
    answer: 'command',
  })
  reopenAudit(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() body: z.infer<typeof reopenAuditRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReopenAudit(context, auditId, { auditId, ...body }));
  }
}
