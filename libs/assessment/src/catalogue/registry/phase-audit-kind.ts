import { HIGHEST_SCORE } from '../../results/tally';
import { type Catalogue, catalogueActions } from '../catalogue';
import { phaseAudits, presentPhaseAudit } from '../phase-audit';
import { asked, type CatalogueItem, catalogueKind, descriptions, heading } from './catalogue-kind';

export const phaseAuditKind = catalogueKind({
  kind: 'phase-audit',
  name: 'Phase audit',
  about: 'What a programme does, from the first driver to a key account manager who runs a business: 129 actions.',
  schema: catalogueActions,
  present: presentPhaseAudit,
  versions: phaseAudits.map(({ version, actions }) => ({ version, actions: [...actions] })),
  items: ({ version }) => itemsOf(phaseAudits.find((catalogue) => catalogue.version === version)!),
});

function itemsOf({ actions, structure }: Catalogue): CatalogueItem[] {
  const periods = new Map(structure.periods.map((period) => [`${period.phase}${period.number}`, period]));
  return [
    ...structure.phases.map(({ id, name }) => heading(`phase.${id}`, name)),
    ...[...periods].map(([id, { name, description }]) => heading(`period.${id}`, name, description)),
    ...structure.streams.map(({ id, name, description }) => heading(`stream.${id}`, name, description)),
    ...structure.contributoryStreams.map(({ id, name, description }) => heading(`stream.${id}`, name, description)),
    ...structure.scale.map(({ score, label, meaning }) => heading(`scale.${score}`, label, meaning)),
    ...actions.flatMap(({ id, phase, period, label, help, guidance = {} }) => {
      const section = `${phase}${period} ${periods.get(`${phase}${period}`)!.name}`;
      return [asked({ id, label, help, section, points: HIGHEST_SCORE }), ...descriptions(id, guidance)];
    }),
  ];
}
