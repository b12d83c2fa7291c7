import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import { decisionTable, moveTable } from '../account-register/account-register.tables';
import { Conditions, withinReach } from '../../scope';
import type { Category, Direction, suggestedCategories } from '../category';
import type { ResourceLine } from '../resource/resource.events';
import { type CategoryPeriod, type Decided, inForceOn, timelineOf } from '../category-timeline';

export interface Decision {
  /** Version of the account that recorded it. */
  readonly id: number;
  readonly from: Category;
  readonly to: Category;
  /** The first decision; the others are recategorisations. */
  readonly first: boolean;
  /** As recorded first; a correction stands in `correction`. */
  readonly effectiveOn: string;
  /** The days on which it holds in the business, corrections included; null where another decision leaves it none. */
  readonly holds: { readonly from: string; readonly until: string | null } | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly decidedBy: string | null;
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly resource: string | null;
  readonly suggested: (typeof suggestedCategories)[number] | null;
  readonly criteriaVersion: number | null;
  readonly proposedBy: string | null;
  readonly correction: Correction | null;
}
export interface Correction {
  /** Null: there was no such decision. */
  readonly to: { readonly category: Category; readonly effectiveOn: string } | null;
  readonly reason: string;
  readonly correctedBy: string;
  readonly correctedAt: string;
}
export interface CategoryHistory {
  readonly accountId: string;
  readonly version: number;
  /** The business date asked about. */
  readonly on: string;
  /** The decision that holds on that date, among those recorded by then; null: a prospect without a decision. */
  readonly inForce: number | null;
  /** In the order in which they were recorded. */
  readonly decisions: Decision[];
}

@Injectable()
export class CategoryHistoryQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Both clocks: `context.asAt` limits what was recorded by then, `on` asks what holds in the business on that day. */
  history(context: RequestContext, accountId: string, on: string): Promise<CategoryHistory | undefined> {
    return this.readStore.read(context, async (manager) => {
      const conditions = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const [account] = (await manager.query(
        `select version, decisions from account where ${conditions.sql}`,
        conditions.values,
      )) as { version: number; decisions: Decided[] }[];
      if (!account) return undefined;
      const rows = await manager.find(decisionTable.entity, { where: { accountId }, order: { version: 'ASC' } });
      const timeline = new Map(timelineOf(account.decisions).map((period) => [period.decision, period]));
      const inForce = inForceOn(account.decisions, on)?.decision ?? null;
      const decisions = rows.map((row) => decisionOf(row, timeline.get(row.version)));
      return { accountId, version: account.version, on, inForce, decisions };
    });
  }

  /** Every move that was proposed for an account, the latest first. */
  moves(context: RequestContext, accountId: string): Promise<Move[] | undefined> {
    return this.readStore.read(context, async (manager) => {
      const conditions = withinReach(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const found: unknown[] = await manager.query(`select 1 from account where ${conditions.sql}`, conditions.values);
      if (found.length === 0) return undefined;
      const rows = await manager.find(moveTable.entity, { where: { accountId }, order: { proposedAt: 'DESC' } });
      return rows.map(moveOf);
    });
  }
}

export interface Move {
  readonly id: string;
  readonly from: Category;
  readonly to: Category;
  readonly direction: Direction;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly resource: string | null;
  readonly suggested: (typeof suggestedCategories)[number] | null;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly state: 'open' | 'approved' | 'refused' | 'withdrawn';
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly resources: readonly ResourceLine[];
  readonly checkOn: string | null;
  /** The round that suggested it. */
  readonly roundId: string | null;
}

function moveOf(row: StoredRowOf<typeof moveTable>): Move {
  const { moveId: id, fromCategory: from, toCategory: to, direction, effectiveOn, reason, resource, suggested } = row;
  const { proposedBy, proposedAt, state, endedBy, endedAt, endReason } = row;
  const ended = { state, endedBy, endedAt: endedAt?.toISOString() ?? null, endReason };
  const proposed = { proposedBy, proposedAt: proposedAt.toISOString() };
  const moving = { resources: row.resources ?? [], checkOn: row.checkOn, roundId: row.roundId };
  return { id, from, to, direction, effectiveOn, reason, resource, suggested, ...proposed, ...ended, ...moving };
}

function decisionOf(row: StoredRowOf<typeof decisionTable>, period: CategoryPeriod | undefined): Decision {
  const { version: id, fromCategory: from, toCategory: to, first, effectiveOn, recordedAt, recordedBy } = row;
  const { decidedBy, approvedBy, proposedBy, reason, resource, suggested, criteriaVersion } = row;
  const correction = row.correctedAt && {
    to: row.correctedTo,
    reason: row.correctionReason!,
    correctedBy: row.correctedBy!,
    correctedAt: row.correctedAt.toISOString(),
  };
  return {
    id,
    from,
    to,
    first,
    effectiveOn,
    holds: period ? { from: period.effectiveOn, until: period.until } : null,
    recordedAt: recordedAt.toISOString(),
    recordedBy,
    decidedBy,
    approvedBy,
    proposedBy,
    reason,
    resource,
    suggested,
    criteriaVersion,
    correction,
  };
}
