import { type CommandRunner, newId } from '@mainstay/event-sourcing';
import { account } from './account';
import { TakeEffect } from './category.commands';
import { takeEffect } from './category.decisions';

/** Asks the read models of all tenants; the role of the projector may. */
export type AcrossTenants = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** Who the history names for what nobody commands. */
export const CALENDAR = 'mainstay:calendar';

/**
 * Lets every decision made ahead whose day has come take effect, and answers how many did. Repeating it, or doing it in
 * two processes at once, changes nothing: the account itself says whether it is due.
 */
export async function takeDueDecisions(ask: AcrossTenants, runner: CommandRunner, now: Date): Promise<number> {
  const due = await ask<{ tenant: string; accountId: string }>(
    'select tenant, account_id as "accountId" from read.account where coming_on <= $1 and archived_at is null order by coming_on',
    [now.toISOString().slice(0, 10)],
  );
  let taken = 0;
  for (const { tenant, accountId } of due) {
    const context = { tenant, actor: CALENDAR, roles: [], correlation: newId(), now };
    const { changed } = await runner.run(account, takeEffect, new TakeEffect(context, accountId, { accountId }));
    taken += Number(changed);
  }
  return taken;
}
