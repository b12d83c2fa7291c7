import { number } from '~/i18n/format';
import { CategoryBadge, type Column, categoryText, SuggestionBadge, suggestionText } from '~/ui';
import { t } from './texts';
import type { Comparison } from './use-criteria';

type Compared = Comparison['items'][number];

const place = ({ attractiveness, standing }: Compared['before']) =>
  t('compare.place', { attractiveness: number(attractiveness), standing: number(standing) });

/** One account under the version in force and under the draft. */
export const comparedColumns: Column<Compared>[] = [
  { id: 'name', header: t('compare.account'), value: ({ name }) => name, sortable: false },
  {
    id: 'category',
    header: t('compare.category'),
    value: ({ category }) => categoryText(category),
    cell: ({ category }) => <CategoryBadge category={category} />,
    sortable: false,
  },
  {
    id: 'outcome',
    header: t('compare.outcome'),
    value: ({ outcome }) => t(`outcome.${outcome}`),
    cell: ({ outcome, missing }) =>
      missing.length > 0 ? t('compare.needs', { names: missing.join(', ') }) : t(`outcome.${outcome}`),
    sortable: false,
  },
  {
    id: 'suggested',
    header: t('compare.suggested'),
    value: ({ before }) => suggestionText(before.suggested),
    cell: ({ before }) => <SuggestionBadge quadrant={before.suggested} />,
    sortable: false,
  },
  {
    id: 'suggestedAfter',
    header: t('compare.suggestedAfter'),
    value: ({ after }) => after && suggestionText(after.suggested),
    cell: ({ after }) => (after ? <SuggestionBadge quadrant={after.suggested} /> : '–'),
    sortable: false,
  },
  {
    id: 'before',
    header: t('compare.placeBefore'),
    value: ({ before }) => place(before),
    numeric: true,
    sortable: false,
  },
  {
    id: 'after',
    header: t('compare.placeAfter'),
    value: ({ after }) => (after ? place(after) : '–'),
    numeric: true,
    sortable: false,
  },
];
