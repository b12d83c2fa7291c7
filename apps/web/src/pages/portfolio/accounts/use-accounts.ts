import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import type { ReadAnswer } from '~/api/types';
import { useTenantAlias } from '~/app/address';
import { useAsAt } from '~/app/as-at';

const path = '/api/t/{tenant}/accounts';
type Accounts = ReadAnswer<typeof path>;
export type AccountLine = Accounts['items'][number];

type Query = NonNullable<NonNullable<Parameters<typeof client.GET<typeof path, object>>[1]>['params']>['query'];
export type AccountQuery = Omit<NonNullable<Query>, 'cursor' | 'asAt'>;

/** The list page by page, as far as the person went. */
export function useAccounts(query: AccountQuery) {
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  return useInfiniteQuery<Accounts, ApiProblem, { items: AccountLine[]; total: number }, readonly unknown[], string | undefined>({
    queryKey: [tenant, path, 'pages', query, asAt],
    queryFn: async ({ pageParam, signal }) => {
      const params = { path: { tenant }, query: { ...query, cursor: pageParam, asAt } };
      return (await client.GET(path, { params, signal })).data!;
    },
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items), total: pages[0]?.total ?? 0 }),
  });
}
