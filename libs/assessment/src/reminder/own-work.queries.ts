import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { mayDo } from '@mainstay/identity';
import { ReadStore } from '@mainstay/read-store';
import { ArrayContains, type EntityManager, In, IsNull } from 'typeorm';
import { covers, nameOf } from '../audit/assignment';
import { auditAnswerTable, auditTable } from '../audit/audit-register/audit-tables';
import { progressOf } from '../audit/progress';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { reminderTable } from './reminder.table';

/** What is left for a person in one part of an audit. */
export interface PartLeft {
  readonly auditId: string;
  readonly audit: string;
  /** As the catalogue names it. */
  readonly part: string;
  /** Actions unanswered, or carried over and not confirmed. */
  readonly left: number;
  readonly dueOn: string | null;
}

export interface QuestionWaiting {
  readonly auditId: string;
  readonly actionId: string;
  readonly audit: string;
  readonly text: string;
  readonly author: string;
}

export interface ReminderWaiting {
  readonly reminderId: string;
  readonly auditId: string;
  readonly audit: string;
  readonly by: string;
  readonly note: string | null;
  readonly dueOn: string | null;
  /** By now: nothing more is asked once nothing is left. */
  readonly left: number;
}

/** What waits for the person who asks in the audits of the enterprise. */
export interface AuditWork {
  readonly parts: readonly PartLeft[];
  /** Open questions that name the person, who has not answered them. */
  readonly asked: readonly QuestionWaiting[];
  /** The person's own questions that somebody has answered: to be settled or asked further. */
  readonly answered: readonly QuestionWaiting[];
  /** Open questions in the audits that the person opened. */
  readonly open: readonly { readonly auditId: string; readonly audit: string; readonly count: number }[];
  readonly reminders: readonly ReminderWaiting[];
  /** For whoever signs off: audits in which nothing is unanswered or unconfirmed. */
  readonly ready: readonly { readonly auditId: string; readonly audit: string }[];
}

@Injectable()
export class OwnAuditWork {
  constructor(private readonly readStore: ReadStore) {}

  /** `today`: ISO date. */
  of(context: RequestContext, today: string): Promise<AuditWork> {
    return this.readStore.read(context, async (manager) => {
      const audits = await assigned(manager, context, today);
      return {
        parts: audits.flatMap(({ parts }) => parts),
        ...(await questions(manager, context)),
        reminders: await reminders(manager, context, new Map(audits.map(({ auditId, left }) => [auditId, left]))),
        ready: await ready(manager, context),
      };
    });
  }
}

async function assigned(manager: EntityManager, { actor, roles }: RequestContext, today: string) {
  if (!mayDo(roles, 'assessment.answer')) return [];
  const where = { assessorIds: ArrayContains([actor]), signedOffAt: IsNull() };
  const audits = await manager.find(auditTable.entity, { where, order: { auditDate: 'ASC', auditId: 'ASC' } });
  const answers = await manager.find(auditAnswerTable.entity, {
    where: { auditId: In(audits.map(({ auditId }) => auditId)) },
    select: { tenant: true, auditId: true, actionId: true, confirmed: true, answeredBy: true },
  });
  return audits.map(({ auditId, title, catalogueVersion, assignments }) => {
    const catalogue = phaseAuditOf(catalogueVersion);
    const given = answers.filter((answer) => answer.auditId === auditId);
    const own = assignments.filter(({ personId }) => personId === actor);
    const settled = new Set(given.filter(({ confirmed }) => confirmed).map(({ actionId }) => actionId));
    const left = catalogue.actions.filter(
      (action) => !settled.has(action.id) && own.some(({ part }) => covers(part, action)),
    ).length;
    const parts = progressOf(catalogue, own, given, today).parts.flatMap(
      ({ part, dueOn, actions, settled }): PartLeft[] =>
        settled === actions
          ? []
          : [{ auditId, audit: title, part: nameOf(part, catalogue), left: actions - settled, dueOn: dueOn ?? null }],
    );
    return { auditId, left, parts };
  });
}

const ready = async (manager: EntityManager, { roles }: RequestContext): Promise<AuditWork['ready']> =>
  mayDo(roles, 'assessment.sign-off')
    ? manager.query(
        `select audit_id as "auditId", title as audit from audit
         where signed_off_at is null and answered + not_relevant = actions order by audit_date, audit_id`,
      )
    : [];

const OPEN = `kind = 'question' and resolved_at is null and withdrawn_at is null`;

async function questions(
  manager: EntityManager,
  { actor, roles }: RequestContext,
): Promise<Pick<AuditWork, 'asked' | 'answered' | 'open'>> {
  const waiting = (condition: string): Promise<QuestionWaiting[]> =>
    manager.query(
      `select audit_id as "auditId", action_id as "actionId", title as audit, text, author
       from audit_comment join audit using (audit_id) where ${OPEN} and ${condition} order by said_at, comment_id`,
      [actor],
    );
  return {
    asked: await waiting('mentions @> array[$1::text] and author <> $1 and not answered_by @> array[$1::text]'),
    answered: await waiting('author = $1 and answered_by <> array[]::text[]'),
    open: mayDo(roles, 'assessment.assign')
      ? await manager.query(
          `select audit_id as "auditId", title as audit, count(*)::int as count
           from audit_comment join audit using (audit_id) where ${OPEN} and opened_by = $1
           group by audit_id, title order by title, audit_id`,
          [actor],
        )
      : [],
  };
}

async function reminders(
  manager: EntityManager,
  { actor }: RequestContext,
  left: ReadonlyMap<string, number>,
): Promise<ReminderWaiting[]> {
  const where = { personId: actor, dismissedAt: IsNull() };
  const rows = await manager.find(reminderTable.entity, { where, order: { remindedAt: 'DESC', reminderId: 'DESC' } });
  const audits = await manager.findBy(auditTable.entity, { auditId: In(rows.map(({ auditId }) => auditId)) });
  const titles = new Map(audits.map(({ auditId, title }) => [auditId, title]));
  return rows.flatMap(({ reminderId, auditId, remindedBy, note, dueOn }) => {
    const open = left.get(auditId) ?? 0;
    return open === 0
      ? []
      : [{ reminderId, auditId, audit: titles.get(auditId)!, by: remindedBy, note, dueOn, left: open }];
  });
}
