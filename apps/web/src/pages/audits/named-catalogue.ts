import type { Answer, Operation, ReadAnswer } from '~/api/types';

type Actions = Answer<Operation<'/api/catalogues/phase-audit/{version}', 'get'>>;
type Structure = Answer<Operation<'/api/catalogues/phase-audit/{version}/structure', 'get'>>;

/** `ownGuidance` is what the enterprise adds to the shipped help. */
export type Action = Actions['actions'][number] & { readonly ownGuidance?: string };
export type Phase = Action['phase'];
type OwnWords = ReadAnswer<'/api/t/{tenant}/catalogues/{kind}'>['items'];

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

/** Labels, helps and guidance only: what is asked, and where it stands, is never the enterprise's to change. */
export function inOwnWords({ actions, structure }: Catalogue, words: OwnWords): Catalogue {
  const own = new Map(words.map((item) => [item.id, item]));
  const named = <T extends { readonly name: string }>(id: string, part: T): T => ({
    ...part,
    name: own.get(id)?.label ?? part.name,
  });
  const guided = (id: string, guidance: Action['guidance']) =>
    guidance && {
      1: own.get(`${id}.1`)?.label ?? guidance[1],
      2: own.get(`${id}.2`)?.label ?? guidance[2],
      3: own.get(`${id}.3`)?.label ?? guidance[3],
    };
  return new Catalogue(
    actions.map((action) => ({
      ...action,
      label: own.get(action.id)?.label ?? action.label,
      help: own.get(action.id)?.help ?? action.help,
      guidance: guided(action.id, action.guidance),
      ownGuidance: own.get(action.id)?.guidance ?? undefined,
    })),
    {
      ...structure,
      phases: structure.phases.map((phase) => named(`phase.${phase.id}`, phase)),
      periods: structure.periods.map((period) => named(`period.${period.phase}${period.number}`, period)),
      streams: structure.streams.map((stream) => named(`stream.${stream.id}`, stream)),
      contributoryStreams: structure.contributoryStreams.map((stream) => named(`stream.${stream.id}`, stream)),
    },
  );
}
