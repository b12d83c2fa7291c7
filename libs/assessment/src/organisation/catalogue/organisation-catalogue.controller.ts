import { Controller, Param } from '@nestjs/common';
import { NotFound } from '@mainstay/event-sourcing';
import { Endpoint } from '@mainstay/http';
import { organisationCatalogue, organisationCatalogueSchema } from './organisation-catalogue';

/** What is asked is no secret: the catalogue can be read without signing in. */
@Controller('api/catalogues/organisation-assessment')
export class OrganisationCatalogueController {
  @Endpoint({
    method: 'GET',
    path: ':version',
    access: 'public',
    summary: 'Elements, groups and the four descriptors of each cell of an organisation assessment.',
    answer: organisationCatalogueSchema,
  })
  organisationCatalogue(@Param('version') version: string) {
    const catalogue = /^[1-9]\d{0,5}$/.test(version) ? organisationCatalogue(Number(version)) : undefined;
    if (!catalogue) throw new NotFound('catalogue', version);
    const { scale, bands, groups, elements } = catalogue;
    return { version: catalogue.version, scale, bands, groups, elements };
  }
}
