import { Controller, Param } from '@nestjs/common';
import { NotFound } from '@mainstay/event-sourcing';
import { Endpoint } from '@mainstay/http';
import { z } from 'zod';
import { catalogueActions, catalogueStructure } from './catalogue';
import { phaseAudit } from './phase-audit';
import { catalogueKindOf, catalogueKinds, catalogueVersionOf, publishedSchema } from './registry/registry';
import { sizeOf } from './registry/size';

const document = z.record(z.string(), z.unknown());

const catalogueList = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      about: z.string(),
      present: z.int().describe('The version that something new is made under'),
      versions: z.array(
        z.object({
          version: z.int(),
          asked: z.int().describe('How many things it asks about'),
          maximum: z.int().nullable().describe('Points that can be scored; null where nothing is scored'),
        }),
      ),
    }),
  ),
});

/** What is asked is no secret: the catalogue can be read without signing in. */
@Controller('api/catalogues')
export class CatalogueController {
  @Endpoint({
    method: 'GET',
    access: 'public',
    summary: 'Every kind of catalogue with its versions, how many things each asks about and what they can score.',
    answer: catalogueList,
  })
  listCatalogues() {
    const items = catalogueKinds.map(({ kind, name, about, present, versions }) => ({
      kind,
      name,
      about,
      present,
      versions: versions.map(({ version, items }) => ({ version, ...sizeOf(items) })),
    }));
    return { items };
  }

  @Endpoint({
    method: 'GET',
    path: 'schemas/:kind',
    access: 'public',
    summary: 'JSON Schema that every version of a kind of catalogue follows; phase-audit-structure has one of its own.',
    answer: document,
  })
  catalogueSchema(@Param('kind') kind: string) {
    return publishedSchema(kind);
  }

  @Endpoint({
    method: 'GET',
    path: 'phase-audit/:version',
    access: 'public',
    summary: 'The actions that a phase audit asks about, in order.',
    answer: catalogueActions,
  })
  phaseAuditActions(@Param('version') version: string) {
    const { actions } = catalogueFor(version);
    return { version: Number(version), actions };
  }

  @Endpoint({
    method: 'GET',
    path: 'phase-audit/:version/structure',
    access: 'public',
    summary: 'Phases, periods, streams and scale of a phase audit, with their names.',
    answer: catalogueStructure,
  })
  phaseAuditStructure(@Param('version') version: string) {
    return catalogueFor(version).structure;
  }

  @Endpoint({
    method: 'GET',
    path: ':kind/:version',
    access: 'public',
    summary: 'One version of a catalogue as it was published; it follows the schema of its kind.',
    answer: document,
  })
  publishedCatalogue(@Param('kind') kind: string, @Param('version') version: string) {
    const catalogue = catalogueKindOf(kind);
    if (!versionNumber.test(version)) throw new NotFound('catalogue', `${kind}:${version}`);
    return catalogueVersionOf(catalogue, Number(version)).content;
  }
}

const versionNumber = /^[1-9]\d{0,5}$/;

function catalogueFor(version: string) {
  const catalogue = versionNumber.test(version) ? phaseAudit(Number(version)) : undefined;
  if (!catalogue) throw new NotFound('catalogue', version);
  return catalogue;
}
