import { useMemo } from 'react';
import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { useAddressState } from '~/app/address-state';
import { language as ownLanguage } from '~/i18n/catalogue';

export type EffectiveCatalogue = ReadAnswer<'/api/t/{tenant}/catalogues/{kind}'>;
export type Item = EffectiveCatalogue['items'][number];

/** The items of a catalogue in the enterprise's words, found by id and by what they describe. */
export class Words {
  private readonly byId: ReadonlyMap<string, Item>;

  constructor(readonly catalogue: EffectiveCatalogue) {
    this.byId = new Map(catalogue.items.map((item) => [item.id, item]));
  }

  get asked(): readonly Item[] {
    return this.catalogue.items.filter(({ sort }) => sort === 'asked');
  }

  get headings(): readonly Item[] {
    return this.catalogue.items.filter(({ sort }) => sort === 'heading');
  }

  item(id: string): Item | undefined {
    return this.byId.get(id);
  }

  label(id: string, otherwise: string): string {
    return this.byId.get(id)?.label ?? otherwise;
  }

  descriptionsOf(id: string): readonly Item[] {
    return this.catalogue.items.filter((item) => item.of === id);
  }
}

/** What a description describes: the 2 of `B2-07.2`. */
export const describes = ({ id }: Item): string => id.slice(id.lastIndexOf('.') + 1);

/** The language of the own words: chosen in the address, else the person's. */
export const useWordsLanguage = () => useAddressState('language', ownLanguage);

export function useWords(kind: string, catalogueVersion: number | undefined) {
  const [language] = useWordsLanguage();
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/catalogues/{kind}',
    { path: { kind }, query: { language, catalogueVersion } },
    { keepPrevious: true },
  );
  const words = useMemo(() => data && new Words(data), [data]);
  return { words: words?.catalogue.kind === kind ? words : undefined, error, refetch };
}
