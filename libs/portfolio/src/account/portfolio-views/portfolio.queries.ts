import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { Conditions, seesOnlyPart, withinScope } from '../../scope';
import { filtered } from '../account-register/account.queries';
import type { AccountFilter } from '../account-register/account-list';
import { CATEGORY_MOVES } from '../category-moves';
import { MONEY_MOVED } from '../resource/money-moved';
import { knownOf, setsOf } from '../../category/categories.queries';
import { type Category, isKey, type suggestedCategories } from '../category';

export interface UnscoredAccount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly spend: number;
  readonly category: Category;
}
export interface MatrixPoint extends UnscoredAccount {
  readonly potential: number | null;
  /** Money that decisions moved to the account; null where none did. */
  readonly investment: number | null;
  readonly attractiveness: number;
  readonly standing: number;
  readonly suggested: (typeof suggestedCategories)[number];
}

export interface Period {
  readonly from: string;
  readonly to: string;
}
export interface PortfolioSummary {
  readonly accounts: number;
  readonly scored: number;
  /** Registered, and still without a first decision. */
  readonly undecided: number;
  readonly keyAccounts: number;
  /** How many key accounts the programme can serve; null where it has not said, and to a division head, who sees a part. */
  readonly capacity: number | null;
  /** Key accounts beyond the capacity: warned about, never forbidden. */
  readonly overCapacityBy: number;
  readonly categories: readonly { readonly category: Category; readonly accounts: number; readonly spend: number }[];
  readonly period: Period;
  /** Decisions that took effect in the period. */
  readonly movements: readonly { readonly from: Category; readonly to: Category; readonly accounts: number }[];
}

@Injectable()
export class PortfolioQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Every account that has scores as a point, and the others by name. Raw rows: it must be quick for ten thousand. */
  matrix(
    context: RequestContext,
    filter: AccountFilter,
  ): Promise<{ points: MatrixPoint[]; unscored: UnscoredAccount[] }> {
    return this.readStore.read(context, async (manager) => {
      const { sql, values } = filtered(context, filter);
      const columns = 'account_id as id, code, name, spend, category';
      const points = (await manager.query(
        `select ${columns}, potential, money.investment, attractiveness, standing, suggested
         from account left join (${MONEY_MOVED}) money using (account_id)
         where attractiveness is not null and ${sql}`,
        values,
      )) as MatrixPoint[];
      const unscored = (await manager.query(
        `select ${columns} from account where attractiveness is null and ${sql} order by name, account_id`,
        values,
      )) as UnscoredAccount[];
      return { points, unscored };
    });
  }

  summary(context: RequestContext, period: Period): Promise<PortfolioSummary> {
    return this.readStore.read(context, async (manager) => {
      const seen = withinScope(new Conditions(), context);
      const counted = (await manager.query(
        `select category, count(*)::int as accounts, sum(spend) as spend, count(attractiveness)::int as scored,
           count(*) filter (where category_effective_on is null)::int as undecided
         from account where ${seen.sql} group by category`,
        seen.values,
      )) as { category: Category; accounts: number; spend: number; scored: number; undecided: number }[];
      const [enterprise] = (await manager.query('select capacity from enterprise')) as { capacity: number | null }[];

      const moved = withinScope(new Conditions(), context)
        .add((from) => `effective_on >= ${from}`, period.from)
        .add((to) => `effective_on <= ${to}`, period.to);
      const movements = (await manager.query(
        `select from_category as "from", to_category as "to", count(*)::int as accounts
         from ${CATEGORY_MOVES} as moved join account using (account_id)
         where from_category <> to_category and ${moved.sql} group by 1, 2 order by 1, 2`,
        moved.values,
      )) as { from: Category; to: Category; accounts: number }[];

      const { categories } = knownOf(await setsOf(manager), context);
      const inOrder = categories.map(({ id }) => id);
      // Retired, and still held by accounts that were restored since.
      const former = counted.map(({ category }) => category).filter((id) => !inOrder.includes(id));

      const total = (of: (row: (typeof counted)[number]) => number) => counted.reduce((sum, row) => sum + of(row), 0);
      const keyAccounts = total(({ category, accounts }) => (isKey(category) ? accounts : 0));
      const capacity = seesOnlyPart(context) ? null : (enterprise?.capacity ?? null);
      return {
        accounts: total(({ accounts }) => accounts),
        scored: total(({ scored }) => scored),
        undecided: total(({ undecided }) => undecided),
        keyAccounts,
        capacity,
        overCapacityBy: capacity === null ? 0 : Math.max(0, keyAccounts - capacity),
        categories: [...inOrder, ...former].map((category) => {
          const { accounts = 0, spend = 0 } = counted.find((row) => row.category === category) ?? {};
          return { category, accounts, spend };
        }),
        period,
        movements,
      };
    });
  }
}
