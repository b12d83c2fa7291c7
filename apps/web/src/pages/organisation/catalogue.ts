import { useQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import type { Answer, Operation } from '~/api/types';
import type { Score } from './types';

type Content = Answer<Operation<'/api/catalogues/organisation-assessment/{version}', 'get'>>;
export type Element = Content['elements'][number];
export type Group = Content['groups'][number];

/** What an organisation assessment asks, with its names at hand. */
export class OrganisationCatalogue {
  readonly elements: readonly Element[];
  readonly groups: readonly Group[];

  constructor(readonly content: Content) {
    this.elements = content.elements;
    this.groups = content.groups;
  }

  elementName(id: string): string {
    return `${id} ${this.elements.find((element) => element.id === id)?.name ?? ''}`;
  }

  groupName(id: string): string {
    return this.groups.find((group) => group.id === id)?.name ?? id;
  }

  /** "A Strategy · KAM unit" */
  cellName(element: string, group: string): string {
    return `${this.elementName(element)} · ${this.groupName(group)}`;
  }

  descriptors(element: string, group: string): readonly string[] {
    const cells = this.elements.find(({ id }) => id === element)?.cells;
    return cells?.find((cell) => cell.group === group)?.descriptors ?? [];
  }

  stateName(score: Score): string {
    return this.content.scale.find((state) => state.score === score)?.label ?? String(score);
  }

  bandName(id: string): string {
    return this.content.bands.find((band) => band.id === id)?.name ?? id;
  }
}

/** A published catalogue never changes: it is read once. */
export function useOrganisationCatalogue(version: number | undefined) {
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
