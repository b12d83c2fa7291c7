import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useTenantAlias } from '~/app/address';
import { client } from './client';
import { idempotencyKey } from './idempotency-key';
import type { ApiProblem } from './problem';
import type { Answer, CommandInput, CommandMethod, CommandPath, Operation } from './types';

interface CommandOptions {
  /**
   * Which answers become stale: all of the tenant (the default), those of these paths, or none (autosave, where the
   * page already shows what was typed).
   */
  readonly refreshes?: 'all' | 'none' | readonly string[];
}

/**
 * Sends a command. Every call carries an idempotency key of its own, so that a repeat after a lost answer changes
 * nothing twice; the answered Position makes the following reads wait for this write.
 */
export function useCommand<M extends CommandMethod, P extends CommandPath<M>>(
  method: M,
  path: P,
  { refreshes = 'all' }: CommandOptions = {},
): UseMutationResult<Answer<Operation<P, M>>, ApiProblem, CommandInput<M, P>> {
  const tenant = useTenantAlias();
  const queries = useQueryClient();
  return useMutation<Answer<Operation<P, M>>, ApiProblem, CommandInput<M, P>>({
    mutationFn: (input) => command(method, path, { ...input.path, tenant }, input.body, input.ifMatch),
    onSuccess: () =>
      refreshes === 'none'
        ? undefined
        : queries.invalidateQueries({
            predicate: ({ queryKey: [of, path] }) =>
              of === tenant && (refreshes === 'all' || refreshes.includes(path as string)),
          }),
  });
}

async function command<T>(
  method: CommandMethod,
  path: string,
  pathParams: object,
  body: unknown,
  ifMatch?: number,
): Promise<T> {
  const request = client.request as (method: string, path: string, init: object) => Promise<{ data?: T }>;
  const headers = {
    'Idempotency-Key': idempotencyKey(),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
  const { data } = await request(method, path, { params: { path: pathParams }, body, headers });
  return data as T;
}
