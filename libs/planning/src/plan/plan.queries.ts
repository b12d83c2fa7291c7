import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { accountTable, Conditions, PortfolioFacade, withinReach } from '@mainstay/portfolio';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import { compare } from '../compare/compare';
import type { CompareAnswer, PlanAnswer, RevisionAnswer, RevisionHead, RevisionsAnswer } from './plan.answers';
import { planReviewTable, planRevisionTable, planTable } from './plan.tables';
import { mayReview, mayWrite, partIn } from './plan-writers';
import { lastLiveDay, today } from './today';

type Revision = StoredRowOf<typeof planRevisionTable>;

@Injectable()
export class PlanQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly portfolio: PortfolioFacade,
  ) {}

  /** The plan of an account as it stands; `current` is null where none was written. */
  async plan(context: RequestContext, accountId: string): Promise<PlanAnswer> {
    const { planReviewDays: reviewDays } = await this.portfolio.enterprise(context);
    return this.readStore.read(context, async (manager) => {
      const account = await accountSeen(manager, context, accountId);
      const plan = await manager.findOneBy(planTable.entity, { accountId });
      const current = plan && (await revisionRow(manager, accountId, plan.revision));
      const liveUntil = plan && lastLiveDay(plan.touchedOn, reviewDays);
      const day = today(context);
      const actions = current?.content.actions ?? [];
      const part = partIn(account, context);
      return {
        accountId,
        accountCode: account.code,
        accountName: account.name,
        leadId: account.leadId,
        sponsorId: account.sponsorId,
        state: liveUntil ? (liveUntil < day ? 'stale' : 'live') : 'none',
        version: plan?.version ?? 0,
        current:
          plan && current
            ? { ...head(current), startedAt: plan.startedAt.toISOString(), content: current.content }
            : null,
        reviewedOn: plan?.reviewedOn ?? null,
        reviewedBy: plan?.reviewedBy ?? null,
        liveUntil: liveUntil ?? null,
        reviewDays,
        overdueActionIds: actions.filter(({ state, dueOn }) => state === 'open' && dueOn < day).map(({ id }) => id),
        mayWrite: mayWrite(actions, part, context),
        mayReview: plan !== null && mayReview(part, context),
      };
    });
  }

  revisions(context: RequestContext, accountId: string): Promise<RevisionsAnswer> {
    return this.readStore.read(context, async (manager) => {
      const { name: accountName } = await accountSeen(manager, context, accountId);
      const revisions = await manager.find(planRevisionTable.entity, {
        select: { revision: true, reason: true, revisedBy: true, revisedAt: true, changes: true },
        where: { accountId },
        order: { revision: 'desc' },
      });
      const reviews = await manager.find(planReviewTable.entity, { where: { accountId }, order: { version: 'desc' } });
      return {
        accountName,
        revisions: revisions.map((one) => ({ ...head(one), changes: one.changes })),
        reviews: reviews.map(({ reviewedOn, reviewedBy, revision, note }) => ({
          reviewedOn,
          reviewedBy,
          revision,
          note,
        })),
      };
    });
  }

  revision(context: RequestContext, accountId: string, revision: number): Promise<RevisionAnswer> {
    return this.readStore.read(context, async (manager) => {
      const { name: accountName } = await accountSeen(manager, context, accountId);
      return { accountName, ...whole(await revisionFound(manager, accountId, revision)) };
    });
  }

  compare(context: RequestContext, accountId: string, from: number, to: number): Promise<CompareAnswer> {
    return this.readStore.read(context, async (manager) => {
      const { name: accountName } = await accountSeen(manager, context, accountId);
      const before = await revisionFound(manager, accountId, from);
      const after = await revisionFound(manager, accountId, to);
      return { accountName, from: whole(before), to: whole(after), changes: compare(before.content, after.content) };
    });
  }
}

/** @throws NotFound for an account that is unknown or outside the person's divisions */
async function accountSeen(manager: EntityManager, context: RequestContext, accountId: string) {
  const { sql, values } = withinReach(new Conditions(), context);
  const visible = (await manager.query(`select from account where account_id = $${values.length + 1} and ${sql}`, [
    ...values,
    accountId,
  ])) as unknown[];
  const account = visible.length > 0 ? await manager.findOneBy(accountTable.entity, { accountId }) : null;
  if (!account) throw new NotFound('account', accountId);
  return account;
}

const revisionRow = (manager: EntityManager, accountId: string, revision: number) =>
  manager.findOneBy(planRevisionTable.entity, { accountId, revision });

async function revisionFound(manager: EntityManager, accountId: string, revision: number): Promise<Revision> {
  const found = await revisionRow(manager, accountId, revision);
  if (!found) throw new NotFound('revision', String(revision));
  return found;
}

const head = ({ revision, reason, revisedBy, revisedAt }: Omit<Revision, 'content' | 'changes'>): RevisionHead => ({
  revision,
  reason,
  revisedBy,
  revisedAt: revisedAt.toISOString(),
});
const whole = (row: Revision) => ({ ...head(row), content: row.content });
