import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { containing, page, ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { HIGHEST_SCORE } from '../../results/tally';
import type { Answer } from '../answer';
import type { Scope } from '../audit.events';
import type { AuditDetail, AuditSummary, GivenAnswer } from '../audit.views';
import type { AuditFilter, auditList, AuditPage } from './audit-list';
import { auditAnswerTable, auditTable } from './audit-tables';

export type AuditRow = StoredRowOf<typeof auditTable>;
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
  page(context: RequestContext, query: AuditPage): Promise<z.infer<typeof auditList>> {
    const { sort, cursor, limit } = query;
    return this.readStore.read(context, async (manager) => {
      const audits = filtered(manager, context, query);
      const total = await audits.getCount();
      const { items, nextCursor } = await page(audits, { ...orderOf(sort), key: 'auditId', cursor, limit });
      return { items: items.map(summary), total, next: nextCursor };
    });
  }

  /** Every audit that the filter lets through: an enterprise holds a handful a year. */
  list(context: RequestContext, filter: AuditFilter): Promise<AuditSummary[]> {
    return this.readStore.read(context, async (manager) => {
      const latestFirst = { auditDate: 'DESC', auditId: 'DESC' } as const;
      const rows = await filtered(manager, context, filter).setFindOptions({ order: latestFirst }).getMany();
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

const statusConditions = {
  'not-started': 'audit.signedOffAt is null and audit.answered + audit.notRelevant = 0',
  'under-way': 'audit.signedOffAt is null and audit.answered + audit.notRelevant between 1 and audit.actions - 1',
  complete: 'audit.signedOffAt is null and audit.answered + audit.notRelevant = audit.actions',
  'signed-off': 'audit.signedOffAt is not null',
};

function filtered(
  manager: EntityManager,
  { actor }: RequestContext,
  filter: AuditFilter,
): SelectQueryBuilder<AuditRow> {
  const { q, scope, divisionId, status, mine } = filter;
  const query = manager.createQueryBuilder(auditTable.entity, 'audit');
  if (q) query.andWhere('audit.title ilike :words', { words: containing(q) });
  if (scope) query.andWhere('audit.scopeKind = :scope', { scope });
  if (divisionId) query.andWhere('audit.divisionId = :divisionId', { divisionId });
  if (status) query.andWhere(statusConditions[status]);
  if (mine === 'true') query.andWhere('audit.assessorIds @> array[:actor::text]', { actor });
  return query;
}

const orderOf = (sort: AuditPage['sort']) =>
  sort.startsWith('-')
    ? { sort: sort.slice(1) as keyof AuditRow & string, direction: 'desc' as const }
    : { sort: sort as keyof AuditRow & string, direction: 'asc' as const };

function summary(row: AuditRow): AuditSummary {
  const { answered, notRelevant, unconfirmed, actions } = row;
  const unanswered = actions - answered - notRelevant - unconfirmed;
  return {
    id: row.auditId,
    title: row.title,
    scope: row.divisionId === null ? { kind: 'programme' } : { kind: 'division', divisionId: row.divisionId },
    catalogueVersion: row.catalogueVersion,
    auditDate: row.auditDate,
    programmeStartedOn: row.programmeStartedOn,
    basedOn: row.basedOn,
    assessorIds: [...row.assessorIds],
    status: statusOf(row),
    score: row.score,
    maximum: actions * HIGHEST_SCORE,
    progress: { actions, answered, notRelevant, unconfirmed, unanswered },
    lastAnsweredAt: row.lastAnsweredAt?.toISOString() ?? null,
    signedOff: row.signedOffAt && {
      by: row.signedOffBy!,
      at: row.signedOffAt.toISOString(),
      pinned: row.pinned!,
      digest: row.digest!,
    },
  };
}

function statusOf({ signedOffAt, answered, notRelevant, actions }: AuditRow): AuditSummary['status'] {
  if (signedOffAt) return 'signed-off';
  const settled = answered + notRelevant;
  return settled === actions ? 'complete' : settled === 0 ? 'not-started' : 'under-way';
}

/** What pages say of an audit before its answers. */
export const factsOf = (row: AuditRow): Omit<AuditDetail, 'answers'> => ({
  ...summary(row),
  assignments: [...row.assignments],
  openedBy: row.openedBy,
  openedAt: row.openedAt.toISOString(),
  version: row.version,
});

const detail = (row: AuditRow, answers: readonly AnswerRow[]): AuditDetail => ({
  ...factsOf(row),
  answers: answers.map(given),
});

const given = (row: AnswerRow): GivenAnswer => ({
  actionId: row.actionId,
  answer: said(row),
  confirmed: row.confirmed,
  carriedFrom: row.carriedFrom,
  asCarried: row.asCarried,
  answeredBy: row.answeredBy,
  answeredAt: row.answeredAt.toISOString(),
  corrections: row.corrections,
  reason: row.reason,
});

function said({ score, because, evidence, evidenceOn, links, confidence }: AnswerRow): Answer {
  const rest = {
    evidence: evidence ?? undefined,
    evidenceOn: evidenceOn ?? undefined,
    links: links ? [...links] : undefined,
    confidence: confidence ?? undefined,
  };
  return score === null ? { notRelevant: true, because: because!, ...rest } : { score, ...rest };
}
