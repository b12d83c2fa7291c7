import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useAsAt } from '~/app/as-at';
import { useTenantAlias } from '~/app/address';
import type { ApiProblem } from './problem';
import { read } from './read';
import type { ReadAnswer, ReadInput, ReadPath } from './types';

interface ReadOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the former answer while filters change. */
  readonly keepPrevious?: boolean;
  /** Ask again by itself, for what others change. */
  readonly everySeconds?: number;
}

type Rest<P extends ReadPath> =
  object extends ReadInput<P>
    ? [input?: ReadInput<P>, options?: ReadOptions]
    : [input: ReadInput<P>, options?: ReadOptions];

/**
 * Reads from the API: tenant and *as at* come from the address, the answer is cached for both.
 * Every command of the tenant makes the answers stale, so a page always shows what was just written.
 */
export function useRead<P extends ReadPath>(path: P, ...rest: Rest<P>): UseQueryResult<ReadAnswer<P>, ApiProblem> {
  const [input, options = {}] = rest;
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  return useQuery<ReadAnswer<P>, ApiProblem>({
    queryKey: [tenant, path, input?.path, input?.query, asAt],
    queryFn: ({ signal }) => read<ReadAnswer<P>>(path, { ...input?.path, tenant }, { ...input?.query, asAt }, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.everySeconds !== undefined && asAt === undefined && options.everySeconds * 1_000,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  });
}
