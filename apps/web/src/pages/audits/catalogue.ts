import { useQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { ApiProblem } from '~/api/problem';
import type { Answer, Operation } from '~/api/types';

type Actions = Answer<Operation<'/api/catalogues/phase-audit/{version}', 'get'>>;
type Structure = Answer<Operation<'/api/catalogues/phase-audit/{version}/structure', 'get'>>;

export type Action = Actions['actions'][number];
export type Phase = Action['phase'];

/** The catalogue of one version, with its names at hand. */
export class Catalogue {
  private readonly byId: ReadonlyMap<string, Action>;

  constructor(
    readonly actions: readonly Action[],
    readonly structure: Structure,
  ) {
    this.byId = new Map(actions.map((action) => [action.id, action]));
  }

  action(id: string): Action {
    return this.byId.get(id)!;
  }

  phaseName(phase: string): string {
    return this.structure.phases.find(({ id }) => id === phase)?.name ?? phase;
  }

  periodName(phase: string, period: number): string {
    return (
      this.structure.periods.find((one) => one.phase === phase && one.number === period)?.name ?? `${phase}${period}`
    );
  }

  /** Of a stream or a contributory stream. */
  streamName(id: string): string {
    const { streams, contributoryStreams } = this.structure;
    return [...streams, ...contributoryStreams].find((stream) => stream.id === id)?.name ?? id;
  }
}

/** A published catalogue never changes: it is read once. */
export function useCatalogue(version: number | undefined) {
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
