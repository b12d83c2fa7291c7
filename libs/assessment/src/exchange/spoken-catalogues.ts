import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import type { Catalogue } from '../catalogue/catalogue';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { CatalogueWords } from '../catalogue/words/words.queries';
import { spokenCatalogue } from './spoken-catalogue';

/** What leaves the product in English speaks of the audit as the enterprise does. */
@Injectable()
export class SpokenCatalogues {
  constructor(private readonly words: CatalogueWords) {}

  async phaseAudit(context: RequestContext, catalogueVersion: number): Promise<Catalogue> {
    const which = { kind: 'phase-audit', language: 'en', catalogueVersion, ownOnly: true };
    const { items } = await this.words.effective(context, which);
    return spokenCatalogue(phaseAuditOf(catalogueVersion), items);
  }
}
