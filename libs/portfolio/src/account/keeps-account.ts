import type { CommandRunner, RequestContext } from '@mainstay/event-sourcing';
import { account } from './account';
import { assertMayChange, registered } from './account.rules';

/**
 * What is kept of an account is the account's: who may change the one may change the other.
 * @throws NotFound, Forbidden; Refused while the account is archived
 */
export async function assertKeepsAccount(
  runner: CommandRunner,
  context: RequestContext,
  accountId: string,
): Promise<void> {
  const state = registered(await runner.state(account, context.tenant, accountId), accountId);
  assertMayChange(state, context, 'kam-unit-head', 'programme-lead');
}
