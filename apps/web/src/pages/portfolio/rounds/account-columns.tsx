import { Text } from '@mantine/core';
import { money } from '~/i18n/format';
import { CategoryBadge, type Column, usePeople } from '~/ui';
import { t } from './texts';
import type { RoundAccount } from './use-round';

export const roundAccountColumns = (currency: string): Column<RoundAccount>[] => [
  { id: 'name', header: t('account'), value: ({ name }) => name, sortable: false },
  {
    id: 'state',
    header: t('where'),
    value: ({ state }) => t(`at.${state}`),
    cell: ({ state }) => (
      <Text span inherit style={{ whiteSpace: 'nowrap' }}>
        {t(`at.${state}`)}
      </Text>
    ),
    sortable: false,
  },
  {
    id: 'held',
    header: t('held'),
    value: ({ held }) => held,
    cell: ({ held }) => <CategoryBadge category={held} />,
    sortable: false,
  },
  {
    id: 'suggested',
    header: t('suggested'),
    value: ({ suggested }) => suggested,
    cell: ({ suggested }) => suggested && <CategoryBadge category={suggested} />,
    sortable: false,
  },
  {
    id: 'scorers',
    header: t('scorers'),
    value: ({ scorerIds }) => scorerIds.length,
    cell: (account) => <Scorers {...account} />,
    sortable: false,
  },
  {
    id: 'decision',
    header: t('decision'),
    value: ({ decidedTo }) => decidedTo,
    cell: ({ decidedTo, proposal, state, decisionReason }) =>
      state === 'accepted' && decidedTo ? (
        <span title={decisionReason ?? undefined}>
          <CategoryBadge category={decidedTo} /> {proposal && t(`proposal.${proposal}`)}
        </span>
      ) : (
        <Text size="sm" maw={360}>
          {decisionReason}
        </Text>
      ),
    sortable: false,
  },
  {
    id: 'spend',
    header: t('spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
    sortable: false,
  },
];

/** How many have scored; their names while the pointer rests. */
function Scorers({ scorerIds, givenBy }: Pick<RoundAccount, 'scorerIds' | 'givenBy'>) {
  const people = usePeople();
  const names = scorerIds.map((id) => people.get(id) ?? id).join(', ');
  const given = scorerIds.filter((id) => givenBy.includes(id)).length;
  return <span title={names}>{t('given', { given, n: scorerIds.length })}</span>;
}
