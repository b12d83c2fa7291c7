import type { ReadInput } from '~/api/types';
import { useAddressState } from '~/app/address-state';
import { useDivisionScope } from '~/app/tenant';
import { categoryText, useCategories, usePeople, useSort } from '~/ui';
import { t } from '../texts';
import type { accountsPath } from './columns';

type AccountQuery = NonNullable<ReadInput<typeof accountsPath>['query']>;

/** Search, filters and order of the list, as they stand in the address. */
export function useAccountFilters() {
  const [q] = useAddressState('q');
  const [category] = useAddressState('category');
  const [leadId] = useAddressState('lead');
  const [archived] = useAddressState('archived');
  const divisionId = useDivisionScope();
  const { text: sort } = useSort('name');
  const { order } = useCategories();
  const people = usePeople();
  const filter = {
    q: q || undefined,
    category: category || undefined,
    leadId: leadId || undefined,
    divisionId,
    archived: (archived || undefined) as AccountQuery['archived'],
  };
  const filters = [
    {
      param: 'category',
      label: t('account.category'),
      options: order.map((value) => ({ value, label: categoryText(value) })),
    },
    { param: 'lead', label: t('account.lead'), options: [...people].map(([value, label]) => ({ value, label })) },
    {
      param: 'archived',
      label: t('list.archived'),
      unchosen: t('list.archivedNot'),
      options: [
        { value: 'only', label: t('list.archivedOnly') },
        { value: 'with', label: t('list.archivedWith') },
      ],
    },
  ];
  return {
    filter,
    query: { ...filter, sort: sort as AccountQuery['sort'] },
    filters,
    filtered: Boolean(q || category || leadId || archived || divisionId),
  };
}
