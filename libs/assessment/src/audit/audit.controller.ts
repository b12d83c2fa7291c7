import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CommandRunner,
  type CommandResult,
  idForRequest,
  Refused,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendTable, tableFormat } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { audit } from './audit';
import { OpenAudit } from './audit.commands';
import { openAuditRequest } from './audit.requests';
import { auditDetail } from './audit.views';
import { auditFilter, auditList, auditListColumns, auditPage } from './audit-register/audit-list';
import { AuditRegister } from './audit-register/audit-register.queries';
import { earlierAudit } from './carry-over';
import { DivisionDirectory } from './division-directory';

const auditExport = auditFilter.extend({ format: tableFormat });

@Controller('api/t/:tenant/audits')
export class AuditController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly register: AuditRegister,
    private readonly divisions: DivisionDirectory,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'assessment.open',
    summary: 'Open a phase audit of the programme or of one division, from nothing or from an earlier audit.',
    body: openAuditRequest,
    answer: 'command',
    creates: true,
  })
  async openAudit(
    @Ctx() context: RequestContext,
    @Input() body: z.infer<typeof openAuditRequest>,
  ): Promise<CommandResult> {
    const { scope } = body;
    if (scope.kind === 'division' && !(await this.divisions.exists(context, scope.divisionId))) {
      throw new Refused(
        'audit.division-unknown',
        `scope.divisionId: there is no division with the id ${scope.divisionId}.`,
      );
    }
    const earlier = body.basedOn
      ? earlierAudit(await this.runner.state(audit, context.tenant, body.basedOn), body.catalogueVersion)
      : undefined;
    return this.commands.execute(new OpenAudit(context, idForRequest('audit', context), { ...body, earlier }));
  }

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The audits with progress and score, latest first.',
    query: auditPage,
    answer: auditList,
  })
  listAudits(@Ctx() context: RequestContext, @Query() query: z.infer<typeof auditPage>) {
    return this.register.page(context, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'assessment.read',
    summary: 'The list of audits as CSV or XLSX.',
    query: auditExport,
    answer: 'file',
  })
  async exportAudits(
    @Ctx() context: RequestContext,
    @Query() { format, ...filter }: z.infer<typeof auditExport>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendTable(reply, format, 'audits', auditListColumns, await this.register.list(context, filter));
  }

  @Endpoint({
    method: 'GET',
    path: ':auditId',
    access: 'assessment.read',
    summary: 'One audit: facts, assessors and every answer given.',
    answer: auditDetail,
  })
  getAudit(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return this.register.audit(context, auditId);
  }
}
