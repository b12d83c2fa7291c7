import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { Conditions, withinScope } from '../../scope';
import type { Category, suggestedCategories } from '../category';

export interface Decision {
  readonly id: string;
  readonly from: Category;
  readonly to: Category;
  /** The first decision; the others are recategorisations. */
  readonly first: boolean;
  readonly effectiveOn: string;
  /** Until which day (exclusive) it holds in the business; null while no later decision is recorded. */
  readonly effectiveUntil: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly decidedBy: string | null;
  readonly approvedBy: string | null;
  readonly reason: string;
  readonly resource: string | null;
  readonly suggested: (typeof suggestedCategories)[number] | null;
  readonly criteriaVersion: number | null;
}
export interface CategoryHistory {
  readonly accountId: string;
  readonly version: number;
  /** The business date asked about. */
  readonly on: string;
  /** Id of the decision that holds on that date, among those recorded by then; null: a prospect without a decision. */
  readonly inForce: string | null;
  /** In the order in which they were recorded. */
  readonly decisions: Decision[];
}

@Injectable()
export class CategoryHistoryQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Both clocks: `context.asAt` limits what was recorded by then, `on` asks what holds in the business on that day. */
  history(context: RequestContext, accountId: string, on: string): Promise<CategoryHistory | undefined> {
    return this.readStore.read(context, async (manager) => {
      const conditions = withinScope(
        new Conditions().add((id) => `account_id = ${id}`, accountId),
        context,
      );
      const [account] = (await manager.query(
        `select version from account where ${conditions.sql}`,
        conditions.values,
      )) as { version: number }[];
      if (!account) return undefined;
      const rows = (await manager.query(
        `select decision_id as id, from_category as "from", to_category as "to", first, effective_on::text as "effectiveOn",
           (lead(effective_on) over (order by version))::text as "effectiveUntil", recorded_at as "recordedAt",
           recorded_by as "recordedBy", decided_by as "decidedBy", approved_by as "approvedBy", reason, resource, suggested,
           criteria_version as "criteriaVersion"
         from category_decision where account_id = $1 order by version`,
        [accountId],
      )) as (Omit<Decision, 'recordedAt'> & { recordedAt: Date })[];
      const decisions = rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
      const inForce = decisions.findLast(({ effectiveOn }) => effectiveOn <= on)?.id ?? null;
      return { accountId, version: account.version, on, inForce, decisions };
    });
  }
}
