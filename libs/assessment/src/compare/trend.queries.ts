import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { z } from 'zod';
import { phaseIds } from '../catalogue/catalogue';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { judgedIn } from '../results/audited';
import { cutsOf } from '../results/cuts';
import { judgementsOf } from './divisions.queries';

const share = { score: z.int(), maximum: z.int(), percent: z.number() };

export const trendAnswer = z.object({
  /** Every audit of the scope that has begun, by the date it describes. */
  points: z.array(
    z.object({
      auditId: z.string(),
      title: z.string(),
      auditDate: z.iso.date(),
      ...share,
      answered: z.int(),
      notRelevant: z.int(),
      unconfirmed: z.int(),
      unanswered: z.int(),
      signedOff: z.boolean(),
      phases: z.array(z.object({ phase: z.enum(phaseIds), ...share })),
    }),
  ),
});
export type TrendAnswer = z.infer<typeof trendAnswer>;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly auditDate: string;
  readonly catalogueVersion: number;
  readonly signedOff: boolean;
}

@Injectable()
export class TrendQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Score and score of each phase over all audits of the programme, or of one division. Two queries. */
  trend(context: RequestContext, divisionId?: string): Promise<TrendAnswer> {
    return this.readStore.read(context, async (manager) => {
      const audits: Row[] = await manager.query(
        `select audit_id as id, title, audit_date::text as "auditDate", catalogue_version as "catalogueVersion",
           signed_off_at is not null as "signedOff"
         from audit where division_id is not distinct from $1 and answered + not_relevant > 0
         order by audit_date, audit_id`,
        [divisionId ?? null],
      );
      const judgements = await judgementsOf(manager, audits);
      return {
        points: audits.map(({ id: auditId, catalogueVersion, ...audit }) => {
          const { answers, unconfirmed } = judgedIn(judgements.get(auditId)!);
          const { overall, phases } = cutsOf(phaseAuditOf(catalogueVersion), answers, unconfirmed);
          const { actions: _, ...figures } = overall;
          return {
            auditId,
            ...audit,
            ...figures,
            phases: phases.map(({ phase, score, maximum, percent }) => ({ phase, score, maximum, percent })),
          };
        }),
      };
    });
  }
}
