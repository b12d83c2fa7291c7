import { number } from '~/i18n/format';
import { t } from './texts';
import type { AskedCriterion } from './use-sheet';

type Fed = NonNullable<AskedCriterion['fed']>;

const fields: Readonly<Record<string, string>> = {
  spend: t('field.spend'),
  potential: t('field.potential'),
  headroom: t('field.headroom'),
  growth: t('field.growth'),
  divisions: t('field.divisions'),
  countries: t('field.countries'),
  sites: t('field.sites'),
};
export const fieldText = (field: string): string => fields[field] ?? field;

/** "Spend: 400, in the band 100 to below 500, gives 5." */
export const fedText = ({ field, value, from, to, score }: Fed): string =>
  t('fed', { field: fieldText(field), value: number(value), band: bandText({ from, to }), score });

export function bandText({ from, to }: Pick<Fed, 'from' | 'to'>): string {
  if (from === null) return to === null ? t('fed.any') : t('fed.below', { to: number(to) });
  return to === null ? t('fed.from', { from: number(from) }) : t('fed.between', { from: number(from), to: number(to) });
}
