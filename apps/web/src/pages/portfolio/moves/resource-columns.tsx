import { Anchor } from '@mantine/core';
import { money, number } from '~/i18n/format';
import { type Column, Day } from '~/ui';
import { amountText } from '../account/category/ResourceList';
import type { Resource } from './ResourcesTab';
import { t } from './texts';

const placeText = ({ id, name }: Resource['from']) => name ?? (id === 'pool' ? t('pool') : t('other'));

/** @param onCheck left out for whoever may not record what moved */
export const resourceColumns = (currency: string, onCheck?: (resource: Resource) => void): Column<Resource>[] => [
  { id: 'account', header: t('account'), value: ({ account }) => account },
  {
    id: 'resource',
    header: t('resource'),
    value: ({ kind, amount }) => amountText(kind, amount, currency),
    sortable: false,
  },
  { id: 'from', header: t('from'), value: ({ from }) => placeText(from), sortable: false },
  { id: 'to', header: t('to'), value: ({ to }) => placeText(to), sortable: false },
  {
    id: 'moved',
    header: t('moved'),
    value: ({ moved }) => moved,
    cell: ({ moved, kind }) => (moved === null ? '–' : kind === 'money' ? money(moved, currency) : number(moved)),
    numeric: true,
  },
  { id: 'state', header: t('state'), value: ({ state }) => t(`resource.${state}`) },
  {
    id: 'checkOn',
    header: t('checkOn'),
    value: ({ checkOn }) => checkOn,
    cell: ({ checkOn }) => <Day on={checkOn} />,
  },
  { id: 'note', header: t('note'), value: ({ note }) => note, sortable: false },
  ...(onCheck
    ? [
        {
          id: 'check',
          header: '',
          value: () => null,
          cell: (resource: Resource) => (
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-label={t('checkLong', { account: resource.account })}
              onClick={() => onCheck(resource)}
            >
              {t('check')}
            </Anchor>
          ),
          sortable: false,
        },
      ]
    : []),
];
