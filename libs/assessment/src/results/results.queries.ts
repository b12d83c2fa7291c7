import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import type { AuditDetail, AuditSummary } from '../audit/audit.views';
import type { Scope } from '../audit/audit.events';
import { AuditRegister } from '../audit/audit-register/audit-register.queries';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { resultsOf } from './results';
import type { AuditResults } from './results.views';
import type { Answers } from './tally';

@Injectable()
export class ResultsQueries {
  constructor(private readonly register: AuditRegister) {}

  /** @throws NotFound */
  async results(context: RequestContext, auditId: string, threshold?: number): Promise<AuditResults> {
    const { answers, ...audit } = await this.register.audit(context, auditId);
    const audited = { ...audit, catalogue: phaseAuditOf(audit.catalogueVersion), answers: answersOf(answers) };
    return { audit, ...resultsOf(audited, threshold), trail: await this.trail(context, audit.scope) };
  }

  /** The way a scope has come on the road, by the dates of its audits. */
  async trail(context: RequestContext, scope: Scope): Promise<AuditResults['trail']> {
    const audits: AuditSummary[] = await this.register.ofScope(context, scope);
    return audits.map(({ id, title, auditDate, score, progress }) => ({
      id,
      title,
      auditDate,
      score,
      unanswered: progress.unanswered,
    }));
  }
}

/** What counts: an answer carried over and not yet confirmed is none of this audit. */
export const answersOf = (given: AuditDetail['answers']): Answers =>
  Object.fromEntries(given.filter(({ confirmed }) => confirmed).map(({ actionId, answer }) => [actionId, answer]));
