import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { divisionOf } from '../audit/audit.events';
import { AuditRegister } from '../audit/audit-register/audit-register.queries';
import { compareAudits } from '../compare/compare-audits';
import { EnterpriseNames } from '../exchange/enterprise-names';
import { SpokenCatalogues } from '../exchange/spoken-catalogues';
import { ResultsQueries } from '../results/results.queries';
import type { ReportSource } from './report-source';

@Injectable()
export class ReportQueries {
  constructor(
    private readonly results: ResultsQueries,
    private readonly register: AuditRegister,
    private readonly catalogues: SpokenCatalogues,
    private readonly names: EnterpriseNames,
  ) {}

  /** What the report of an audit tells, now or as at a past moment. @throws NotFound */
  async source(context: RequestContext, auditId: string, threshold?: number): Promise<ReportSource> {
    const results = await this.results.results(context, auditId, threshold);
    const { scope, catalogueVersion } = results.audit;
    const divisionId = divisionOf(scope);
    const [catalogue, enterprise, division, names, since] = await Promise.all([
      this.catalogues.phaseAudit(context, catalogueVersion),
      this.names.enterprise(context),
      divisionId === undefined ? undefined : this.names.division(context, divisionId),
      this.names.people(context),
      this.since(context, results.trail, auditId),
    ]);
    const recordedAt = context.asAt ?? context.now;
    return { enterprise, division, names, results, since, catalogue, recordedAt };
  }

  private async since(context: RequestContext, trail: readonly { readonly id: string }[], auditId: string) {
    const before = trail[trail.findIndex(({ id }) => id === auditId) - 1];
    if (!before) return undefined;
    const [from, to] = await this.register.audits(context, [before.id, auditId]);
    const { title, auditDate } = from!;
    return { title, auditDate, moved: compareAudits(from!, to!).moved };
  }
}
