import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@mainstay/event-sourcing';
import { keySql } from '../account/category';
import { Conditions, seesOnlyPart, withinScope } from '../scope';

/** Key accounts today, and once every proposal that waits is approved, against what the programme can serve. */
export interface KeyAccounts {
  readonly capacity: number | null;
  readonly now: number;
  readonly proposed: number;
}

/** To a division head those of his or her divisions, against no capacity: it is not of that part. */
export async function keyAccounts(manager: EntityManager, context: RequestContext): Promise<KeyAccounts> {
  const seen = withinScope(new Conditions(), context);
  const [counted] = (await manager.query(
    `select (select capacity from enterprise) as capacity,
       count(*) filter (where ${keySql('account.category')})::int as now,
       count(*) filter (where ${keySql('coalesce(to_category, account.category)')})::int as proposed
     from account left join category_move on category_move.account_id = account.account_id and state = 'open'
     where ${seen.sql}`,
    seen.values,
  )) as KeyAccounts[];
  return seesOnlyPart(context) ? { ...counted!, capacity: null } : counted!;
}
