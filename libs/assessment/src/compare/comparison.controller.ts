import { Controller } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import { z } from 'zod';
import { auditFacts } from '../audit/audit.views';
import { AuditRegister } from '../audit/audit-register/audit-register.queries';
import { withoutCounterpart } from '../catalogue/counterparts';
import { compareAudits } from './compare-audits';
import { comparison } from './comparison';
import { divisionsAnswer, DivisionsQueries } from './divisions.queries';
import { trendAnswer, TrendQueries } from './trend.queries';

const auditId = z.string().min(1).max(100);
const comparisonQuery = z.object({ from: auditId, to: auditId });
const auditComparison = z.object({
  from: auditFacts,
  to: auditFacts,
  ...comparison.shape,
  /** Told in the terms of the later catalogue version. Answers that have no counterpart in it, of either audit. */
  without: z.object({ from: z.array(withoutCounterpart), to: z.array(withoutCounterpart) }),
});

const trendQuery = z.object({
  divisionId: z.string().max(100).optional().describe('Of this division; of the whole programme where none is named'),
});

@Controller('api/t/:tenant/audits')
export class ComparisonController {
  constructor(
    private readonly register: AuditRegister,
    private readonly divisions: DivisionsQueries,
    private readonly trends: TrendQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'compare',
    access: 'assessment.read',
    summary: 'What moved between two audits, up or down, with the evidence of both.',
    query: comparisonQuery,
    answer: auditComparison,
  })
  async compareAudits(@Ctx() context: RequestContext, @Query() query: z.infer<typeof comparisonQuery>) {
    const [from, to] = await this.register.audits(context, [query.from, query.to]);
    const { answers: _earlier, ...fromAudit } = from!;
    const { answers: _later, ...toAudit } = to!;
    return { from: fromAudit, to: toAudit, ...compareAudits(from!, to!) };
  }

  @Endpoint({
    method: 'GET',
    path: 'divisions',
    access: 'assessment.read',
    summary: 'Divisions side by side by their latest audits: how each stands, and where they differ most.',
    answer: divisionsAnswer,
  })
  compareDivisions(@Ctx() context: RequestContext) {
    return this.divisions.sideBySide(context);
  }

  @Endpoint({
    method: 'GET',
    path: 'trend',
    access: 'assessment.read',
    summary: 'Score and score of each phase over all audits of the programme or of one division.',
    query: trendQuery,
    answer: trendAnswer,
  })
  getAuditTrend(@Ctx() context: RequestContext, @Query() { divisionId }: z.infer<typeof trendQuery>) {
    return this.trends.trend(context, divisionId);
  }
}
