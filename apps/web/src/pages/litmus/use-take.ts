import { useCommand } from '~/api/use-command';
import type { CommandInput } from '~/api/types';
import type { LitmusTest, Subject } from './litmus';

type Body = CommandInput<'put', '/api/t/{tenant}/litmus/organisation'>['body'];

/** Records a taking of the test where its subject lives; refused where somebody else took it in between. */
export function useTake(
  { test, version: ifMatch }: LitmusTest,
  { accountId = '' }: Subject,
): (body: Body) => Promise<unknown> {
  const organisation = useCommand('put', '/api/t/{tenant}/litmus/organisation');
  const manager = useCommand('put', '/api/t/{tenant}/litmus/accounts/{accountId}/manager');
  const customer = useCommand('put', '/api/t/{tenant}/litmus/accounts/{accountId}/customer');
  if (test === 'organisation') return (body) => organisation.mutateAsync({ body, ifMatch });
  const command = test === 'manager' ? manager : customer;
  return (body) => command.mutateAsync({ path: { accountId }, body, ifMatch });
}
