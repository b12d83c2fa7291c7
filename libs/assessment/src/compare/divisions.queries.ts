import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { auditStates } from '../audit/audit.views';
import { scope } from '../audit/audit.events';
import { mapAnswers } from '../catalogue/counterparts';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { JUDGEMENT, judgedIn, type JudgementRow } from '../results/audited';
import { thresholdIn } from '../results/results.queries';
import { gap, gapsBetween, type Judged, standingOfScope, standingsOf } from './divisions';

const latestAudit = z.object({
  id: z.string(),
  title: z.string(),
  scope,
  auditDate: z.iso.date(),
  status: z.enum(auditStates),
  catalogueVersion: z.int(),
});
type LatestAudit = z.infer<typeof latestAudit>;

export const divisionsAnswer = z.object({
  threshold: z.number().describe('Per cent of its maximum from which a period counts as reached'),
  /** The catalogue version that all of it is told in: the latest of those audited under. */
  catalogueVersion: z.int(),
  /** One audit per scope: the whole programme first, then division by division. */
  audits: z.array(latestAudit),
  /** In the order of the audits. */
  standings: z.array(standingOfScope),
  /** Actions on which divisions differ, the widest first. */
  gaps: z.array(gap),
});
export type DivisionsAnswer = z.infer<typeof divisionsAnswer>;

@Injectable()
export class DivisionsQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Set-based, whatever the number of divisions: the latest audits, their judgements, the threshold. */
  sideBySide(context: RequestContext): Promise<DivisionsAnswer> {
    return this.readStore.read(context, async (manager) => {
      const audits = await latestAudits(manager);
      const judgements = await judgementsOf(manager, audits);
      const threshold = await thresholdIn(manager);
      const catalogueVersion = Math.max(1, ...audits.map((audit) => audit.catalogueVersion));
      const catalogue = phaseAuditOf(catalogueVersion);
      const judged = audits.map((audit) => inVersion(audit, judgements.get(audit.id) ?? [], catalogueVersion));
      const divisions = judged.filter((_, index) => audits[index]!.scope.kind === 'division');
      return {
        threshold,
        catalogueVersion,
        audits,
        standings: standingsOf(catalogue, judged, threshold),
        gaps: gapsBetween(catalogue, divisions),
      };
    });
  }
}

/** Of each scope the latest audit answered in full or signed off; where there is none, the latest begun. */
async function latestAudits(manager: EntityManager): Promise<LatestAudit[]> {
  const rows: (Omit<LatestAudit, 'scope'> & { divisionId: string | null })[] = await manager.query(
    `select distinct on (division_id) audit_id as id, title, division_id as "divisionId", audit_date::text as "auditDate",
       catalogue_version as "catalogueVersion",
       case when signed_off_at is not null then 'signed-off' when answered + not_relevant = actions then 'complete'
         else 'under-way' end as status
     from audit where answered + not_relevant > 0
     order by division_id nulls first, (signed_off_at is not null or answered + not_relevant = actions) desc,
       audit_date desc, audit_id desc`,
  );
  return rows.map(({ divisionId, ...audit }) => ({
    ...audit,
    scope: divisionId === null ? { kind: 'programme' } : { kind: 'division', divisionId },
  }));
}

export async function judgementsOf(
  manager: EntityManager,
  audits: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, JudgementRow[]>> {
  const rows: (JudgementRow & { auditId: string })[] = await manager.query(
    `select audit_id as "auditId", ${JUDGEMENT} from audit_answer where audit_id = any($1)`,
    [audits.map(({ id }) => id)],
  );
  const byAudit = new Map<string, JudgementRow[]>(audits.map(({ id }) => [id, []]));
  for (const row of rows) byAudit.get(row.auditId)!.push(row);
  return byAudit;
}

/** The judgements as answers to another version of the catalogue: of what has a counterpart there. */
function inVersion(
  { id, catalogueVersion }: Pick<LatestAudit, 'id' | 'catalogueVersion'>,
  rows: readonly JudgementRow[],
  version: number,
): Judged {
  const byAction = Object.fromEntries(rows.map((row) => [row.actionId, row]));
  const { answers } = mapAnswers(phaseAuditOf(catalogueVersion), phaseAuditOf(version), byAction);
  return { auditId: id, ...judgedIn(Object.entries(answers).map(([actionId, row]) => ({ ...row, actionId }))) };
}
