import { Controller, Param } from '@nestjs/common';
import { NotFound } from '@mainstay/event-sourcing';
import { Endpoint } from '@mainstay/http';
import { catalogueActions, catalogueStructure } from './catalogue';
import { phaseAudit } from './phase-audit';

/** What is asked is no secret: the catalogue can be read without signing in. */
@Controller('api/catalogues')
export class CatalogueController {
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
}

function catalogueFor(version: string) {
  const catalogue = /^[1-9]\d{0,5}$/.test(version) ? phaseAudit(Number(version)) : undefined;
  if (!catalogue) throw new NotFound('catalogue', version);
  return catalogue;
}
