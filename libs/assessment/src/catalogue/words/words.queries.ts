import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { catalogueKindOf, catalogueVersionOf } from '../registry/registry';
import { type EffectiveCatalogue, languagesOf, withOwnWords } from './effective-catalogue';
import { wordsTable } from './words.projection';

export interface WhichCatalogue {
  readonly kind: string;
  readonly language: string;
  /** The present one where left out. */
  readonly catalogueVersion?: number;
  /** Only the items that have own words. */
  readonly ownOnly?: boolean;
}

/** The catalogues as an enterprise reads them: its own words laid over what the product ships. */
@Injectable()
export class CatalogueWords {
  constructor(private readonly readStore: ReadStore) {}

  /** @throws NotFound for a kind or a version that was never published */
  async effective(context: RequestContext, which: WhichCatalogue): Promise<EffectiveCatalogue> {
    const catalogue = catalogueKindOf(which.kind);
    const { version: catalogueVersion, items } = catalogueVersionOf(catalogue, which.catalogueVersion);
    const rows = await this.readStore.read(context, (manager) =>
      manager.findBy(wordsTable.entity, { kind: which.kind }),
    );
    const effective = withOwnWords(items, rows, which.language);
    return {
      version: Math.max(0, ...rows.map(({ version }) => version)),
      kind: catalogue.kind,
      name: catalogue.name,
      about: catalogue.about,
      catalogueVersion,
      versions: catalogue.versions.map(({ version }) => version),
      language: which.language,
      languages: languagesOf(rows),
      items: which.ownOnly ? effective.filter(({ own }) => own !== null) : effective,
    };
  }
}
