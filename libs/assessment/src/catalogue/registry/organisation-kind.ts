import {
  cellId,
  HIGHEST,
  type OrganisationCatalogueFile,
  organisationAssessmentCatalogue,
  organisationCatalogueSchema,
} from '../../organisation/catalogue/organisation-catalogue';
import { asked, type CatalogueItem, catalogueKind, descriptions, heading } from './catalogue-kind';

const { cells: _, cell: __, ...present } = organisationAssessmentCatalogue;

export const organisationKind = catalogueKind({
  kind: 'organisation-assessment',
  name: 'Organisation assessment',
  about: 'How the organisation serves key accounts: nine elements by five groups, four states each.',
  schema: organisationCatalogueSchema,
  present: present.version,
  versions: [present],
  items: itemsOf,
});

function itemsOf({ elements, groups, scale, bands }: OrganisationCatalogueFile): CatalogueItem[] {
  const groupName = new Map(groups.map(({ id, name }) => [id, name]));
  return [
    ...elements.map(({ id, name, about }) => heading(`element.${id}`, name, about)),
    ...groups.map(({ id, name, description }) => heading(`group.${id}`, name, description)),
    ...scale.map(({ score, label, meaning }) => heading(`scale.${score}`, label, meaning)),
    ...bands.map(({ id, name, meaning }) => heading(`band.${id}`, name, meaning)),
    ...elements.flatMap((element) =>
      element.cells.flatMap(({ group, descriptors }) => {
        const id = cellId(element.id, group);
        const section = `${element.id} ${element.name}`;
        return [
          asked({ id, label: groupName.get(group)!, section, points: HIGHEST }),
          ...descriptions(id, Object.fromEntries(descriptors.map((text, score) => [score, text]))),
        ];
      }),
    ),
  ];
}
