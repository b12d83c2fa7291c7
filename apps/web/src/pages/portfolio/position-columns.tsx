import { money, score } from '~/i18n/format';
import { CategoryBadge, type Column, SuggestionBadge } from '~/ui';
import { t } from './texts';

interface Positioned {
  category: string;
  suggested: string | null;
  attractiveness: number | null;
  standing: number | null;
  spend: number;
}

/** Where an account stands: decided, suggested, both axes, spend. For the list and for the matrix's own table. */
export const positionColumns = (currency: string): Column<Positioned>[] => [
  {
    id: 'category',
    header: t('account.category'),
    value: ({ category }) => category,
    cell: ({ category }) => <CategoryBadge category={category} />,
  },
  {
    id: 'suggested',
    header: t('account.suggested'),
    value: ({ suggested }) => suggested,
    cell: ({ suggested }) => (suggested ? <SuggestionBadge quadrant={suggested} /> : '–'),
    // The order is in the address, which list and matrix share, and the list cannot sort by it.
    sortable: false,
  },
  {
    id: 'attractiveness',
    header: t('account.attractiveness'),
    value: ({ attractiveness }) => attractiveness,
    cell: ({ attractiveness }) => scored(attractiveness),
    numeric: true,
  },
  {
    id: 'standing',
    header: t('account.standing'),
    value: ({ standing }) => standing,
    cell: ({ standing }) => scored(standing),
    numeric: true,
  },
  {
    id: 'spend',
    header: t('account.spend'),
    value: ({ spend }) => spend,
    cell: ({ spend }) => money(spend, currency),
    numeric: true,
  },
];

const scored = (value: number | null) => (value === null ? '–' : score(value));
