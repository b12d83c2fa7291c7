import { z } from 'zod';
import file from './organisation-assessment-1.json';

export const elementIds = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
export const groupIds = [
  'key-account-manager',
  'kam-unit',
  'kam-team',
  'associated-functions',
  'senior-management',
] as const;
export const bandIds = ['not-ready', 'ready', 'transition', 'best-practice'] as const;

export const elementId = z.enum(elementIds);
export const groupId = z.enum(groupIds);
export const bandId = z.enum(bandIds);
export const cellScore = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export type ElementId = z.infer<typeof elementId>;
export type GroupId = z.infer<typeof groupId>;
export type BandId = z.infer<typeof bandId>;
export type CellScore = z.infer<typeof cellScore>;

const text = z.string().trim().min(1);

const cell = z.strictObject({
  group: groupId,
  /** What is true of the group in this element at 0, 1, 2 and 3. */
  descriptors: z.tuple([text, text, text, text]),
});

/** What an organisation assessment asks: nine elements by five groups, four descriptors a cell (organising for KAM, appendix). */
export const organisationCatalogueSchema = z.strictObject({
  version: z.int().positive(),
  scale: z.array(z.strictObject({ score: cellScore, label: text, meaning: text })).length(4),
  /** A band runs from its border, which belongs to it, to the next one. */
  bands: z.array(z.strictObject({ id: bandId, from: z.int().nonnegative(), name: text, meaning: text })),
  groups: z.array(z.strictObject({ id: groupId, name: text, description: text })).length(groupIds.length),
  elements: z
    .array(z.strictObject({ id: elementId, name: text, about: text, cells: z.array(cell).length(groupIds.length) }))
    .length(elementIds.length),
});
export type OrganisationCatalogueFile = z.infer<typeof organisationCatalogueSchema>;

/** One group in one element. */
export interface CatalogueCell {
  /** Element and group: `A-kam-unit`. */
  readonly id: string;
  readonly element: ElementId;
  readonly group: GroupId;
  readonly descriptors: readonly [string, string, string, string];
}

export interface OrganisationCatalogue extends OrganisationCatalogueFile {
  /** Elements in order, within each the groups in order. */
  readonly cells: readonly CatalogueCell[];
  /** Undefined for an id that this version does not ask about. */
  cell(id: string): CatalogueCell | undefined;
}

export const HIGHEST = 3;
export const cellId = (element: ElementId, group: GroupId): string => `${element}-${group}`;

/** @throws when the file breaks its schema, or does not ask about every pair of element and group exactly once */
export function organisationCatalogueOf(content: unknown): OrganisationCatalogue {
  const catalogue = organisationCatalogueSchema.parse(content);
  const cells = catalogue.elements.flatMap(({ id: element, cells }) =>
    cells.map(({ group, descriptors }) => ({ id: cellId(element, group), element, group, descriptors })),
  );
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  if (byId.size !== elementIds.length * groupIds.length) {
    throw new Error(`The organisation catalogue ${catalogue.version} must ask about each of 45 cells exactly once.`);
  }
  return { ...catalogue, cells, cell: (id) => byId.get(id) };
}

/** The version that a new assessment is made under. */
export const presentOrganisationCatalogue = 1;

export const organisationAssessmentCatalogue = organisationCatalogueOf(file);

const versions: ReadonlyMap<number, OrganisationCatalogue> = new Map([
  [organisationAssessmentCatalogue.version, organisationAssessmentCatalogue],
]);

/** Undefined for a version that was never published. */
export const organisationCatalogue = (version: number): OrganisationCatalogue | undefined => versions.get(version);

/** For a version that a recorded assessment names. */
export function organisationCatalogueFor(version: number): OrganisationCatalogue {
  const catalogue = versions.get(version);
  if (!catalogue) throw new Error(`This release does not hold version ${version} of the organisation catalogue.`);
  return catalogue;
}
