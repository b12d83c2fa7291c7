import { CategoryBadge, type Column, Day, PersonName } from '~/ui';
import type { Line } from './litmus';
import { StandingMark } from './marks';
import { t } from './texts';

/** Accounts with the results of their tests. */
export const columns: Column<Line>[] = [
  { id: 'name', header: t('column.account'), value: ({ name }) => name },
  {
    id: 'category',
    header: t('column.category'),
    value: ({ category }) => category,
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
    hideOnPhone: true,
  },
  {
    id: 'lead',
    header: t('column.lead'),
    value: ({ leadId }) => leadId,
    cell: ({ leadId }) => (leadId ? <PersonName id={leadId} /> : '–'),
    sortable: false,
  },
  {
    id: 'standing',
    header: t('column.standing'),
    value: ({ standing }) => standing,
    cell: ({ standing }) => <StandingMark standing={standing} />,
    sortable: false,
  },
  {
    id: 'manager',
    header: t('column.manager'),
    value: ({ manager }) => manager?.yes ?? null,
    cell: ({ manager }) => manager?.yes ?? '–',
    numeric: true,
  },
  {
    id: 'differences',
    header: t('column.differences'),
    value: ({ differences }) => differences,
    cell: ({ manager, differences }) => (!manager ? '–' : differences > 0 ? <b>{differences}</b> : 0),
    numeric: true,
    sortable: false,
  },
  {
    id: 'customer',
    header: t('column.customer'),
    value: ({ customer }) => customer?.yes ?? null,
    cell: ({ customer }) => customer?.yes ?? '–',
    numeric: true,
  },
  {
    id: 'managerOn',
    hideOnPhone: true,
    header: t('column.managerOn'),
    value: ({ manager }) => manager?.takenOn ?? null,
    cell: ({ manager }) => (manager ? <Day on={manager.takenOn} /> : '–'),
  },
  {
    id: 'due',
    header: t('column.due'),
    value: ({ due }) => (due ? t('dueYes') : ''),
    sortable: false,
  },
];
