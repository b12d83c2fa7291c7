import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTenantAlias } from '~/app/address';
import { useAsAt } from '~/app/as-at';
import type { ApiProblem } from './problem';
import { read } from './read';
import type { PagedPath, ReadAnswer, ReadInput } from './types';

type Rest<P extends PagedPath> = object extends ReadInput<P> ? [input?: ReadInput<P>] : [input: ReadInput<P>];

type ItemOf<P extends PagedPath> = ReadAnswer<P> extends { items: readonly (infer Item)[] } ? Item : never;

/**
 * A list that the API gives page by page: `items` as far as the person went on, and the `first` answer with its totals.
 * `more` loads the next page; undefined after the last. Filters may change: the former rows stay until the new are there.
 */
export function usePages<P extends PagedPath>(path: P, ...[input]: Rest<P>) {
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery<
    ReadAnswer<P>,
    ApiProblem,
    { pages: ReadAnswer<P>[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [tenant, path, 'pages', input?.path, input?.query, asAt],
    queryFn: ({ signal, pageParam: cursor }) =>
      read<ReadAnswer<P>>(path, { ...input?.path, tenant }, { ...input?.query, cursor, asAt }, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const items = data?.pages.flatMap((page) => (page as { items: ItemOf<P>[] }).items);
  return {
    first: data?.pages[0],
    items,
    error,
    refetch,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    loadingMore: isFetchingNextPage,
    /** The rows shown are those of the filters before. */
    outdated: isPlaceholderData,
  };
}
