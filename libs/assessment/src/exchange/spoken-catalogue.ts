import type { Catalogue } from '../catalogue/catalogue';

/** A catalogue whose actions, phases, periods and streams are called as the enterprise calls them; ids and places stay. */
export function spokenCatalogue(
  { version, actions, structure }: Catalogue,
  words: readonly { readonly id: string; readonly label: string }[],
): Catalogue {
  const labels = new Map(words.map(({ id, label }) => [id, label]));
  const called = (id: string, name: string) => labels.get(id) ?? name;
  const spoken = actions.map((action) => ({ ...action, label: called(action.id, action.label) }));
  const byId = new Map(spoken.map((action) => [action.id, action]));
  return {
    version,
    actions: spoken,
    action: (id) => byId.get(id),
    structure: {
      ...structure,
      phases: structure.phases.map((phase) => ({ ...phase, name: called(`phase.${phase.id}`, phase.name) })),
      periods: structure.periods.map((period) => ({
        ...period,
        name: called(`period.${period.phase}${period.number}`, period.name),
      })),
      streams: structure.streams.map((stream) => ({ ...stream, name: called(`stream.${stream.id}`, stream.name) })),
      contributoryStreams: structure.contributoryStreams.map((stream) => ({
        ...stream,
        name: called(`stream.${stream.id}`, stream.name),
      })),
    },
  };
}
