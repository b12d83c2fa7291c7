import { Controller } from '@nestjs/common';
import { Refused, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Query } from '@mainstay/http';
import { z } from 'zod';
import { auditFacts } from '../audit/audit.views';
import { AuditRegister } from '../audit/audit-register/audit-register.queries';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { answersOf } from '../results/results.queries';
import { compare, comparison } from './comparison';

const auditId = z.string().min(1).max(100);
const comparisonQuery = z.object({ from: auditId, to: auditId });
const auditComparison = z.object({ from: auditFacts, to: auditFacts, ...comparison.shape });

@Controller('api/t/:tenant/audits/compare')
export class ComparisonController {
  constructor(private readonly register: AuditRegister) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'What moved between two audits, up or down, with the evidence of both.',
    query: comparisonQuery,
    answer: auditComparison,
  })
  async compareAudits(@Ctx() context: RequestContext, @Query() query: z.infer<typeof comparisonQuery>) {
    const [from, to] = await this.register.audits(context, [query.from, query.to]);
    if (from!.catalogueVersion !== to!.catalogueVersion) {
      throw new Refused('audit.versions-differ', 'from, to: the audits ask about different catalogue versions.');
    }
    const { answers: before, ...fromAudit } = from!;
    const { answers: after, ...toAudit } = to!;
    const moved = compare(phaseAuditOf(from!.catalogueVersion), answersOf(before), answersOf(after));
    return { from: fromAudit, to: toAudit, ...moved };
  }
}
