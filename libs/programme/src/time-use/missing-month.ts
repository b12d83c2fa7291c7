import { lastMonthAt } from '@mainstay/assessment';
import { hasRole, type RequestContext } from '@mainstay/event-sourcing';
import type { EntityManager } from 'typeorm';

/**
 * The last month that has ended, where a key account manager has said nothing about it, neither as a month nor by weeks.
 * Whoever leads no account and has never recorded any time is not asked. Null: nothing is missing.
 */
export async function ownMissingMonth(manager: EntityManager, context: RequestContext): Promise<string | null> {
  if (!hasRole(context, 'key-account-manager')) return null;
  const month = lastMonthAt(context.asAt ?? context.now);
  const [found]: { missing: boolean }[] = await manager.query(
    `select not exists (select from time_record where person_id = $1 and month = $2)
       and (exists (select from time_record where person_id = $1) or exists (select from account where lead_id = $1 and archived_at is null))
       as missing`,
    [context.actor, month],
  );
  return found!.missing ? month : null;
}
