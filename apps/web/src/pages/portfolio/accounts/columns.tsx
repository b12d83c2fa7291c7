import type { ReadAnswer } from '~/api/types';
import { day, money, number } from '~/i18n/format';
import { CategoryBadge, type Column, PersonName } from '~/ui';
import { positionColumns } from '../position-columns';
import { t } from '../texts';
import { countryName } from './countries';

export const accountsPath = '/api/t/{tenant}/accounts';
export type AccountLine = ReadAnswer<typeof accountsPath>['items'][number];

/** What the list shows where nobody has chosen. */
export const usualColumns = ['code', 'category', 'suggested', 'attractiveness', 'standing', 'spend', 'lead'];

const person = (id: string | null) => (id ? <PersonName id={id} /> : t('account.nobody'));

/** Every column that the list can show; the API sorts by those that say so. */
export const accountListColumns = (currency: string, divisions: ReadonlyMap<string, string>): Column<AccountLine>[] => [
  {
    id: 'name',
    header: t('account.name'),
    value: ({ name }) => name,
    cell: ({ name, archivedAt }) => (archivedAt ? t('list.archivedName', { name }) : name),
  },
  { id: 'code', header: t('account.code'), value: ({ code }) => code, hideOnPhone: true },
  ...positionColumns(currency),
  {
    id: 'lead',
    header: t('account.lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => person(leadId),
    sortable: false,
  },
  {
    id: 'sponsor',
    header: t('account.sponsor'),
    value: ({ sponsorId }) => sponsorId,
    cell: ({ sponsorId }) => person(sponsorId),
    sortable: false,
  },
  { id: 'industry', header: t('account.industry'), value: ({ industry }) => industry || null, sortable: false },
  {
    id: 'countries',
    header: t('account.countries'),
    value: ({ countries }) => countries.map(countryName).join(', ') || null,
    sortable: false,
  },
  {
    id: 'divisions',
    header: t('account.divisions'),
    value: ({ divisionIds }) => divisionIds.map((id) => divisions.get(id) ?? '…').join(', ') || null,
    sortable: false,
  },
  {
    id: 'since',
    header: t('list.since'),
    value: ({ categoryEffectiveOn }) => categoryEffectiveOn,
    cell: ({ categoryEffectiveOn }) => (categoryEffectiveOn ? day(categoryEffectiveOn) : '–'),
    sortable: false,
  },
  {
    id: 'coming',
    header: t('list.coming'),
    value: ({ comingOn }) => comingOn,
    cell: ({ comingCategory, comingOn }) =>
      comingCategory && comingOn ? (
        <>
          <CategoryBadge category={comingCategory} /> {day(comingOn)}
        </>
      ) : (
        '–'
      ),
    sortable: false,
  },
  {
    id: 'potential',
    header: t('account.potential'),
    value: ({ potential }) => potential,
    cell: ({ potential }) => (potential === null ? '–' : money(potential, currency)),
    numeric: true,
    sortable: false,
  },
  {
    id: 'growth',
    header: t('account.growth'),
    value: ({ growth }) => growth,
    cell: ({ growth }) => (growth === null ? '–' : `${number(growth)} %`),
    numeric: true,
    sortable: false,
  },
  { id: 'sites', header: t('account.sites'), value: ({ sites }) => sites.join(', ') || null, sortable: false },
  { id: 'crmId', header: t('account.crmId'), value: ({ crmId }) => crmId, sortable: false },
  { id: 'duns', header: t('account.duns'), value: ({ duns }) => duns, sortable: false },
  { id: 'vat', header: t('account.vat'), value: ({ vat }) => vat, sortable: false },
];
