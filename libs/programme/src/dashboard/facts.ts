import type { PlansSummary } from '@mainstay/planning';
import type { Category } from '@mainstay/portfolio';
import type { Point } from './tile';

/** What the tiles are made from, as the read models give it. */

export interface CategoryLine {
  readonly category: Category;
  readonly accounts: number;
  readonly spend: number;
}

/** Category decisions of one day and kind, counted. */
export interface Decision {
  readonly effectiveOn: string;
  readonly from: Category;
  readonly to: Category;
  /** The first categorisation of an account, which moves nothing. */
  readonly first: boolean;
  readonly count: number;
}

export interface Portfolio {
  readonly today: string;
  readonly byCategory: readonly CategoryLine[];
  /** From the beginning of last year on, those that take effect in the future too. */
  readonly decisions: readonly Decision[];
}

export interface Capacity extends Portfolio {
  /** Null where the enterprise has not said. */
  readonly capacity: number | null;
  /** The person sees the accounts of some divisions only. */
  readonly partial: boolean;
}

export interface Audited {
  readonly id: string;
  readonly auditDate: string;
  readonly score: number;
  readonly unanswered: number;
  /** Carried over from an earlier audit and not looked at again: they count nothing yet. */
  readonly unconfirmed: number;
  readonly signedOff: boolean;
}

export interface Road {
  /** Audits of the programme, oldest first; the last one is the position. */
  readonly audits: readonly Audited[];
  readonly maximum: number;
  /** Phase and period where the programme stands, by name; null when every period has been reached. */
  readonly currentPeriod: string | null;
}

/** `none` is key accounts without a plan. */
export interface Plans extends PlansSummary {
  readonly liveByMonth: readonly Point[];
}

export interface OverdueActions {
  readonly open: number;
  /** How many people have overdue ones. */
  readonly owners: number;
  readonly oldestDueOn: string | null;
}

export interface Actions extends OverdueActions {
  readonly overdue: number;
  readonly overdueByMonth: readonly Point[];
}
