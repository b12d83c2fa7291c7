import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, CommandRunner, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query, sendTable, tableFormat, Upload } from '@mainstay/http';
import { readTable } from '@mainstay/tabular';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { audit } from '../audit/audit';
import { AuditRegister } from '../audit/audit-register/audit-register.queries';
import { answerColumns, answerLines } from './answer-sheet';
import { EnterpriseNames } from './enterprise-names';
import { ImportAnswers } from './exchange.commands';
import { importOutcome, type ImportOutcome, importQuery, outcomeOf } from './exchange.views';
import { readImport } from './import-answers';
import { answerSheetOf } from './read-answers';
import { SpokenCatalogues } from './spoken-catalogues';

const exportQuery = z.object({ format: tableFormat });

/** Some 129 rows of some 20 columns; the rest is room for long evidence. */
const limits = { rows: 2_000, columns: 60, unpackedBytes: 20_000_000 };

@Controller('api/t/:tenant/audits/:auditId')
export class ExchangeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly register: AuditRegister,
    private readonly catalogues: SpokenCatalogues,
    private readonly names: EnterpriseNames,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'export',
    access: 'assessment.read',
    summary: 'Every action of the catalogue with its answer, as CSV or XLSX; it can be filled in and imported again.',
    query: exportQuery,
    answer: 'file',
  })
  async exportAudit(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Query() { format }: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.register.audit(context, auditId);
    const catalogue = await this.catalogues.phaseAudit(context, found.catalogueVersion);
    const lines = answerLines(found, catalogue, await this.names.people(context));
    await sendTable(reply, format, `audit-${found.auditDate}`, answerColumns, lines);
  }

  @Endpoint({
    method: 'POST',
    path: 'import',
    access: 'assessment.answer',
    summary:
      'Answers from a CSV or XLSX file in the form of the export: all of it or, where one row is refused, nothing. A dry run only tells.',
    query: importQuery,
    upload: { maxBytes: 5 * 1_048_576 },
    answer: importOutcome,
  })
  async importAudit(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Query() { fileName, dryRun, reason }: z.infer<typeof importQuery>,
    @Upload() bytes: Buffer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportOutcome> {
    const state = await this.runner.state(audit, context.tenant, auditId);
    const sheet = answerSheetOf(await readTable(bytes, { fileName, limits }));
    const body = { auditId, sheet, reason };
    const outcome = outcomeOf(readImport(state, body, context), sheet.ignoredColumns);
    if (dryRun === 'true') return outcome;
    const { version, position }: CommandResult = await this.commands.execute(new ImportAnswers(context, auditId, body));
    if (position) reply.header('Position', position);
    return { ...outcome, version };
  }
}
