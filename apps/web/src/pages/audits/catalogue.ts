import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import { useRead } from '~/api/use-read';
import { language } from '~/i18n/catalogue';
import { Catalogue, inOwnWords } from './named-catalogue';

export { type Action, Catalogue, type Phase } from './named-catalogue';

/** The catalogue of one version, in the enterprise's own words where it has some in the person's language. */
export function useCatalogue(version: number | undefined) {
  const published = usePublishedCatalogue(version);
  const { data: words } = useRead(
    '/api/t/{tenant}/catalogues/{kind}',
    { path: { kind: 'phase-audit' }, query: { language, own: 'true', catalogueVersion: version } },
    { enabled: version !== undefined },
  );
  const data = useMemo(() => published.data && inOwnWords(published.data, words?.items ?? []), [published.data, words]);
  return { ...published, data };
}

/** As it was published. That never changes: it is read once. */
export function usePublishedCatalogue(version: number | undefined) {
  return useQuery<Catalogue, ApiProblem>({
    queryKey: ['catalogue', 'phase-audit', version],
    staleTime: Infinity,
    gcTime: Infinity,
    enabled: version !== undefined,
    queryFn: async ({ signal }) => {
      const params = { path: { version: String(version) } };
      const [actions, structure] = await Promise.all([
        client.GET('/api/catalogues/phase-audit/{version}', { params, signal }),
        client.GET('/api/catalogues/phase-audit/{version}/structure', { params, signal }),
      ]);
      return new Catalogue(actions.data!.actions, structure.data!);
    },
  });
}
