import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import { useRead } from '~/api/use-read';
import { language } from '~/i18n/catalogue';
import { inOwnWords, OrganisationCatalogue } from './named-catalogue';

export { type Element, type Group, OrganisationCatalogue } from './named-catalogue';

/** The catalogue of one version, in the enterprise's own words where it has some in the person's language. */
export function useOrganisationCatalogue(version: number | undefined) {
  const published = usePublished(version);
  const { data: words } = useRead(
    '/api/t/{tenant}/catalogues/{kind}',
    { path: { kind: 'organisation-assessment' }, query: { language, own: 'true', catalogueVersion: version } },
    { enabled: version !== undefined },
  );
  const data = useMemo(() => published.data && inOwnWords(published.data, words?.items ?? []), [published.data, words]);
  return { ...published, data };
}

/** As it was published. That never changes: it is read once. */
function usePublished(version: number | undefined) {
  return useQuery<OrganisationCatalogue, ApiProblem>({
    queryKey: ['catalogue', 'organisation-assessment', version],
    staleTime: Infinity,
    gcTime: Infinity,
    enabled: version !== undefined,
    queryFn: async ({ signal }) => {
      const params = { path: { version: String(version) } };
      const { data } = await client.GET('/api/catalogues/organisation-assessment/{version}', { params, signal });
      return new OrganisationCatalogue(data!);
    },
  });
}
