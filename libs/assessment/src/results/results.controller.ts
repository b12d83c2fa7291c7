import { Controller, Param } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import type { z } from 'zod';
import { ResultsQueries } from './results.queries';
import { auditResults, resultsQuery } from './results.views';

@Controller('api/t/:tenant/audits')
export class ResultsController {
  constructor(private readonly queries: ResultsQueries) {}

  @Endpoint({
    method: 'GET',
    path: ':auditId/results',
    access: 'assessment.read',
    summary:
      'What follows from the answers: scores by every cut, position on the road, what is missing, lags or is ahead.',
    query: resultsQuery,
    answer: auditResults,
  })
  getAuditResults(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Query() { threshold }: z.infer<typeof resultsQuery>,
  ) {
    return this.queries.results(context, auditId, threshold);
  }
}
