import { NotFound } from '@mainstay/event-sourcing';
import { z, type ZodType } from 'zod';
import { catalogueStructure } from '../catalogue';
import type { CatalogueKind, CatalogueVersion } from './catalogue-kind';
import { litmusKind } from './litmus-kind';
import { organisationKind } from './organisation-kind';
import { phaseAuditKind } from './phase-audit-kind';
import { sellingDriversKind, timeAllocationKind } from './time-use-kinds';

/** Every kind of catalogue, each one line. */
export const catalogueKinds: readonly CatalogueKind[] = [
  phaseAuditKind,
  organisationKind,
  litmusKind,
  timeAllocationKind,
  sellingDriversKind,
];

/** @throws NotFound */
export function catalogueKindOf(kind: string): CatalogueKind {
  const found = catalogueKinds.find((one) => one.kind === kind);
  if (!found) throw new NotFound('catalogue', kind);
  return found;
}

/** The present version where none is named. @throws NotFound for a version that was never published */
export function catalogueVersionOf(catalogue: CatalogueKind, version: number = catalogue.present): CatalogueVersion {
  const found = catalogue.versions.find((one) => one.version === version);
  if (!found) throw new NotFound('catalogue', `${catalogue.kind}:${version}`);
  return found;
}

/** What a published document follows, by name: one for each kind, and one for the structure of the phase audit. */
const published: Readonly<Record<string, { readonly schema: ZodType; readonly title: string }>> = {
  ...Object.fromEntries(
    catalogueKinds.map(({ kind, schema, name }) => [kind, { schema, title: `Catalogue: ${name}` }]),
  ),
  'phase-audit-structure': { schema: catalogueStructure, title: 'Catalogue: structure of the phase audit' },
};

export const schemaNames = Object.keys(published);

/** JSON Schema (draft 2020-12) that every published version of a catalogue follows. @throws NotFound */
export function publishedSchema(name: string): Record<string, unknown> {
  if (!Object.hasOwn(published, name)) throw new NotFound('schema', name);
  const { schema, title } = published[name]!;
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, $id: `/api/catalogues/schemas/${name}`, title, ...rest };
}
