import { Injectable } from '@nestjs/common';
import { Malformed, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { z } from 'zod';
import { HIGHEST_SCORE } from '../../results/tally';
import type { Answer } from '../answer';
import type { Scope } from '../audit.events';
import type { AuditDetail, AuditSummary, GivenAnswer } from '../audit.views';
import type { AuditFilter, auditList, AuditPage } from './audit-list';
import { auditAnswerTable, auditTable } from './audit-tables';

type AuditRow = StoredRowOf<typeof auditTable>;
type AnswerRow = StoredRowOf<typeof auditAnswerTable>;

@Injectable()
export class AuditRegister {
  constructor(private readonly readStore: ReadStore) {}

  /** Facts and answers of one audit. @throws NotFound */
  async audit(context: RequestContext, auditId: string): Promise<AuditDetail> {
    const [audit] = await this.audits(context, [auditId]);
    return audit!;
  }

  /** Several audits as of one moment, in the order asked for. @throws NotFound for the first that is not there */
  audits(context: RequestContext, auditIds: readonly string[]): Promise<AuditDetail[]> {
    return this.readStore.read(context, async (manager) => {
      const found: AuditDetail[] = [];
      for (const auditId of auditIds) {
        const row = await manager.findOneBy(auditTable.entity, { auditId });
        if (!row) throw new NotFound('audit', auditId);
        const answers = await manager.find(auditAnswerTable.entity, { where: { auditId }, order: { actionId: 'ASC' } });
        found.push(detail(row, answers));
      }
      return found;
    });
  }

  /** One page of the list, how many audits there are in all, and the cursor of the next page. */
  async page(context: RequestContext, query: AuditPage): Promise<z.infer<typeof auditList>> {
    const audits = await this.list(context, query, query.sort);
    const start = query.cursor === undefined ? 0 : audits.findIndex(({ id }) => id === query.cursor) + 1;
    if (query.cursor !== undefined && start === 0) {
      throw new Malformed('request.cursor', 'cursor: must come from the page before, with the same filters.');
    }
    const items = audits.slice(start, start + query.limit);
    const more = start + items.length < audits.length;
    return { items, total: audits.length, next: more ? items.at(-1)!.id : null };
  }

  /** All of the list: an enterprise holds a handful of audits a year. */
  list(context: RequestContext, filter: AuditFilter, sort: AuditPage['sort'] = '-auditDate'): Promise<AuditSummary[]> {
    const { q, scope, divisionId, status, mine } = filter;
    const [column, direction] = sort.startsWith('-') ? [sort.slice(1), 'DESC' as const] : [sort, 'ASC' as const];
    return this.readStore.read(context, async (manager) => {
      const query = manager.createQueryBuilder(auditTable.entity, 'audit');
      if (q) query.andWhere('audit.title ilike :words', { words: `%${q.replace(/[\\%_]/g, '\\$&')}%` });
      if (scope) query.andWhere({ scopeKind: scope });
      if (divisionId) query.andWhere({ divisionId });
      if (status) query.andWhere(conditions[status]);
      if (mine === 'true') query.andWhere('audit.assessorIds @> array[:person::text]', { person: context.actor });
      const rows = await query.orderBy(`audit.${column}`, direction).addOrderBy('audit.auditId', direction).getMany();
      return rows.map(summary);
    });
  }

  /** Every audit of a scope, by the date it describes: the way the programme or a division has come. */
  ofScope(context: RequestContext, scope: Scope): Promise<AuditSummary[]> {
    const where = scope.kind === 'programme' ? { scopeKind: scope.kind } : { divisionId: scope.divisionId };
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.find(auditTable.entity, { where, order: { auditDate: 'ASC', auditId: 'ASC' } });
      return rows.map(summary);
    });
  }
}

const conditions = {
  'not-started': 'audit.answered + audit.notRelevant = 0',
  'under-way': 'audit.answered + audit.notRelevant between 1 and audit.actions - 1',
  complete: 'audit.answered + audit.notRelevant = audit.actions',
};

function summary(row: AuditRow): AuditSummary {
  const { answered, notRelevant, actions } = row;
  const unanswered = actions - answered - notRelevant;
  return {
    id: row.auditId,
    title: row.title,
    scope: row.divisionId === null ? { kind: 'programme' } : { kind: 'division', divisionId: row.divisionId },
    catalogueVersion: row.catalogueVersion,
    auditDate: row.auditDate,
    programmeStartedOn: row.programmeStartedOn,
    assessorIds: [...row.assessorIds],
    status: unanswered === 0 ? 'complete' : unanswered === actions ? 'not-started' : 'under-way',
    score: row.score,
    maximum: actions * HIGHEST_SCORE,
    progress: { actions, answered, notRelevant, unanswered },
    lastAnsweredAt: row.lastAnsweredAt?.toISOString() ?? null,
  };
}

const detail = (row: AuditRow, answers: readonly AnswerRow[]): AuditDetail => ({
  ...summary(row),
  openedBy: row.openedBy,
  openedAt: row.openedAt.toISOString(),
  version: row.version,
  answers: answers.map(given),
});

const given = (row: AnswerRow): GivenAnswer => ({
  actionId: row.actionId,
  answer: said(row),
  answeredBy: row.answeredBy,
  answeredAt: row.answeredAt.toISOString(),
  corrections: row.corrections,
  reason: row.reason,
});

function said({ score, because, evidence, evidenceOn }: AnswerRow): Answer {
  const rest = { evidence: evidence ?? undefined, evidenceOn: evidenceOn ?? undefined };
  return score === null ? { notRelevant: true, because: because!, ...rest } : { score, ...rest };
}
