import type { ReadAnswer } from '~/api/types';

export type Changes = ReadAnswer<'/api/t/{tenant}/history/changes'>;

/** Records beside the account itself that its page shows by. */
const behindAccounts = ['categories', 'criteria', 'enterprise', 'division', 'round'];

/**
 * Whether changes may show on the page that is open: on the page of one account what concerns that account or the rules
 * for all of them, on every other page whatever the person may see.
 */
export function concerned({ accountIds, types, complete }: Changes, accountId: string | undefined): boolean {
  if (!complete) return true;
  if (accountId === undefined) return accountIds.length > 0 || types.length > 0;
  return accountIds.includes(accountId) || types.some((type) => behindAccounts.includes(type));
}
