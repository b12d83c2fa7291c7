import { type CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { contact } from '../contact/contact';

/** @throws Refused unless all of them are contacts of the account */
export async function assertContactsOf(
  runner: CommandRunner,
  { tenant }: RequestContext,
  accountId: string,
  contactIds: readonly string[],
): Promise<void> {
  const states = await Promise.all(contactIds.map((id) => runner.state(contact, tenant, id)));
  if (states.every((state) => state.kind === 'known' && state.accountId === accountId)) return;
  throw new Refused('contact.not-of-account', 'contactIds: must be contacts of this account.');
}
