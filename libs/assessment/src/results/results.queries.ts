import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../audit/audit.events';
import { type AuditRow, factsOf } from '../audit/audit-register/audit-register.queries';
import { auditTable } from '../audit/audit-register/audit-tables';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { defaultSettings } from '../settings/settings';
import { JUDGEMENT, judgedIn, type JudgementRow } from './audited';
import { resultsOf } from './results';
import type { AuditResults } from './results.views';

type Trail = AuditResults['trail'];

@Injectable()
export class ResultsQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Under the threshold of the enterprise where none is named. One transaction. @throws NotFound */
  results(context: RequestContext, auditId: string, threshold?: number): Promise<AuditResults> {
    return this.readStore.read(context, async (manager) => {
      const { row, judgements, ownThreshold, trail, programmeActions } = await found(manager, auditId);
      const audit = factsOf(row);
      const audited = { ...audit, catalogue: phaseAuditOf(audit.catalogueVersion), ...judgedIn(judgements) };
      const held = threshold ?? ownThreshold ?? defaultSettings.threshold;
      return { audit, ...resultsOf(audited, held), trail, programmeActions };
    });
  }

  /** The way a scope has come on the road, by the dates of its audits. */
  trail(context: RequestContext, scope: Scope): Promise<Trail> {
    return this.readStore.read(context, (manager) => manager.query(trailOf('$1'), [divisionOf(scope)]));
  }
}

/** The enterprise's own, or that of the product. */
export async function thresholdIn(manager: EntityManager): Promise<number> {
  const [own]: { threshold: number }[] = await manager.query('select threshold from assessment_settings');
  return own?.threshold ?? defaultSettings.threshold;
}

const divisionOf = (scope: Scope) => (scope.kind === 'division' ? scope.divisionId : null);

/** @param division of which the audits are; null is the programme */
const trailOf = (division: string) => `
  select audit_id as id, title, audit_date::text as "auditDate", score, unconfirmed,
    actions - answered - not_relevant - unconfirmed as unanswered, signed_off_at is not null as "signedOff"
  from audit each where each.division_id is not distinct from ${division} order by audit_date, audit_id`;

const ACTIONS = `
  select action.action_id as id, action.source ->> 'actionId' as "actionId", action.source_id as "auditId", action.title,
    action.owner_id as "ownerId", action.due_on::text as "dueOn", action.state
  from programme_action action join audit each on each.audit_id = action.source_id
  where action.source_kind = 'audit-action' and each.division_id is not distinct from audit.division_id
  order by action.awaited_on nulls last, action.action_id`;

interface Behind {
  readonly judgements: readonly JudgementRow[];
  readonly ownThreshold: number | null;
  readonly trail: Trail;
  readonly programmeActions: AuditResults['programmeActions'];
}

/** An audit and everything beside it that its page needs, in one round trip. @throws NotFound */
async function found(manager: EntityManager, auditId: string): Promise<Behind & { readonly row: AuditRow }> {
  const list = (select: string) => `(select coalesce(json_agg(one), '[]') from (${select}) as one)`;
  const { entities, raw } = await manager
    .createQueryBuilder(auditTable.entity, 'audit')
    .where({ auditId })
    .addSelect(
      list(`select ${JUDGEMENT} from audit_answer answer where answer.audit_id = audit.audit_id`),
      'judgements',
    )
    .addSelect('(select threshold from assessment_settings)', 'ownThreshold')
    .addSelect(list(trailOf('audit.division_id')), 'trail')
    .addSelect(list(ACTIONS), 'programmeActions')
    .getRawAndEntities<Behind>();
  const [row] = entities;
  if (!row) throw new NotFound('audit', auditId);
  return { ...raw[0]!, row };
}
