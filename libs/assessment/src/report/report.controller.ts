import { Controller, Param, Res } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, download, Endpoint, Query } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { resultsQuery } from '../results/results.views';
import { reportPdf } from './report-pdf';
import { ReportQueries } from './report.queries';

const reportQuery = resultsQuery.extend({ paper: z.enum(['a4', 'letter']).default('a4') });

@Controller('api/t/:tenant/audits/:auditId/report')
export class ReportController {
  constructor(private readonly queries: ReportQueries) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The audit as a report to print: a PDF of at most six pages, charts included.',
    query: reportQuery,
    answer: 'file',
  })
  async printAudit(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Query() { paper, threshold }: z.infer<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const source = await this.queries.source(context, auditId, threshold);
    const pdf = await reportPdf(source, paper);
    download(reply, `audit-${source.results.audit.auditDate}.pdf`, 'application/pdf').send(pdf);
  }
}
