import { standingOf } from '@mainstay/assessment';
import { type Category, keySql } from '@mainstay/portfolio';
import type { LitmusLine } from './litmus.views';

/** A line as the database gives it; nulls where a test has not been taken. */
export interface LineRow {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly leadId: string | null;
  readonly customerYes: number | null;
  readonly customerOn: string | null;
  readonly customerUnmet: string[] | null;
  readonly managerYes: number | null;
  readonly managerGate: number | null;
  readonly managerOn: string | null;
  readonly managerUnmet: string[] | null;
  readonly due: boolean;
}

export const COLUMNS = `"accountId", code, name, category, "leadId", "customerYes", "customerOn", "customerUnmet",
  "managerYes", "managerGate", "managerOn", "managerUnmet", due`;

const key = keySql();

/**
 * Stands for the table `account`, whose columns the conditions name: every account that is or may become key, with the
 * latest taking of its tests. A taking of another manager than the one who leads now is not that one's result.
 * @param freshFrom the day, ours and not the client's, from which a taking is not old
 */
export const linesAt = (freshFrom: string) => `(
  select account.account_id as "accountId", account.code, account.name, account.category, account.lead_id as "leadId",
    account.account_id, account.lead_id, account.sponsor_id, account.division_ids, account.archived_at, ${key} as key,
    customer.yes as "customerYes", customer.taken_on::text as "customerOn", customer.unmet as "customerUnmet",
    manager.yes as "managerYes", manager.gate as "managerGate", manager.taken_on::text as "managerOn",
    manager.unmet as "managerUnmet",
    ${key} and (coalesce(customer.taken_on < date '${freshFrom}', true)
      or (account.lead_id is not null and coalesce(manager.taken_on < date '${freshFrom}', true))) as due
  from account
  left join litmus_test customer on customer.account_id = account.account_id and customer.test = 'customer'
  left join litmus_test manager on manager.account_id = account.account_id and manager.test = 'manager'
    and manager.manager_id = account.lead_id
  where account.category <> 'not-key' and account.archived_at is null
) account`;

export function lineOf(row: LineRow, freshFrom: string, differences: number): LitmusLine {
  const { customerYes, customerOn, customerUnmet, managerYes, managerGate, managerOn, managerUnmet, ...facts } = row;
  const result = (yes: number | null, takenOn: string | null, unmet: string[] | null) =>
    yes === null ? null : { yes, takenOn: takenOn!, unmet: unmet!, old: takenOn! < freshFrom };
  return {
    ...facts,
    customer: result(customerYes, customerOn, customerUnmet),
    manager: result(managerYes, managerOn, managerUnmet),
    standing: standingOf(managerYes, managerGate ?? 0),
    differences,
  };
}
