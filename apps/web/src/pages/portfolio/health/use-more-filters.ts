import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import type { Filter } from '~/ui';
import { countryName } from '../accounts/countries';
import { t } from './texts';

export const levels = ['partner', 'collaborative', 'enhanced', 'commodity', 'none'] as const;

/** Level and country, which groups of the portfolio open with beside the others. */
export function useMoreFilters() {
  const [level] = useAddressState('level');
  const [country] = useAddressState('country');
  const { data: view } = useRead('/api/t/{tenant}/portfolio/views', { query: { by: 'country' } });
  const none = { value: 'none', label: t('none') };
  const filters: Filter[] = [
    { param: 'level', label: t('level'), options: levels.map((value) => ({ value, label: t(`level.${value}`) })) },
    {
      param: 'country',
      label: t('country'),
      options: (view?.groups ?? []).map(({ key }) => (key === 'none' ? none : { value: key, label: countryName(key) })),
    },
  ];
  const query = {
    level: levels.find((one) => one === level),
    country: country || undefined,
  };
  return { filters, query };
}
