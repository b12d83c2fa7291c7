import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { auditTable } from '../audit/audit-register/audit-tables';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { type CommentRow, commentTable } from './discussion.table';
import type { CommentView, DiscussedAction } from './discussion.views';

@Injectable()
export class Discussions {
  constructor(private readonly readStore: ReadStore) {}

  /** Everything said beside one action, in the order said. @throws NotFound */
  thread(context: RequestContext, auditId: string, actionId: string): Promise<CommentView[]> {
    return this.readStore.read(context, async (manager) => {
      const { catalogueVersion } = await auditOf(manager, auditId);
      if (!phaseAuditOf(catalogueVersion).action(actionId)) throw new NotFound('action', actionId);
      const order = { saidAt: 'ASC', commentId: 'ASC' } as const;
      const rows = await manager.find(commentTable.entity, { where: { auditId, actionId }, order });
      return rows.map(view);
    });
  }

  /** The actions of an audit that are talked about. @throws NotFound */
  discussed(context: RequestContext, auditId: string): Promise<DiscussedAction[]> {
    return this.readStore.read(context, async (manager) => {
      await auditOf(manager, auditId);
      const rows: (Omit<DiscussedAction, 'lastAt'> & { lastAt: Date })[] = await manager.query(
        `select action_id as "actionId", count(*)::int as comments, max(said_at) as "lastAt",
           count(*) filter (where kind = 'question' and resolved_at is null)::int as "openQuestions"
         from audit_comment where audit_id = $1 and withdrawn_at is null group by action_id order by action_id`,
        [auditId],
      );
      return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
    });
  }
}

async function auditOf(manager: EntityManager, auditId: string) {
  const audit = await manager.findOneBy(auditTable.entity, { auditId });
  if (!audit) throw new NotFound('audit', auditId);
  return audit;
}

/** What was withdrawn is not read any more beside the action; the history keeps it. */
const view = (row: CommentRow): CommentView => ({
  id: row.commentId,
  kind: row.kind,
  answers: row.answersId,
  text: row.withdrawnAt ? '' : row.text,
  mentions: row.withdrawnAt ? [] : [...row.mentions],
  author: row.author,
  at: row.saidAt.toISOString(),
  earlier: row.withdrawnAt ? [] : [...row.earlier],
  withdrawn: row.withdrawnAt && { at: row.withdrawnAt.toISOString(), because: row.withdrawnBecause! },
  resolved: row.resolvedAt && { by: row.resolvedBy!, at: row.resolvedAt.toISOString() },
});
