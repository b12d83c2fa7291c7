import { queryOptions } from '@tanstack/react-query';
import { client } from '~/api/client';

/** The person and all tenants they belong to. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await client.GET('/api/me', { signal })).data!,
});

/** The person in one tenant; always as it is now, because rights never come from the past. */
export const tenantMeQuery = (tenant: string) =>
  queryOptions({
    queryKey: [tenant, 'me'],
    queryFn: async ({ signal }) =>
      (await client.GET('/api/t/{tenant}/me', { params: { path: { tenant } }, signal })).data!,
  });
