import { type Category, isCategory, tone } from '~/theme/tones';
import { categoryText, categoryTone, ownPlace, suggestedCategory, useCategories } from './categories';
import classes from './marks.module.css';

const shapes: Record<Category, string> = {
  strategic: 'M6 0 12 6 6 12 0 6Z',
  star: 'M6 0.3 7.7 4.1 11.8 4.5 8.7 7.3 9.6 11.4 6 9.3 2.4 11.4 3.3 7.3 0.2 4.5 4.3 4.1Z',
  status: 'M6 0.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z',
  streamline: 'M0 3.5H12V8.5H0Z',
  prospect: 'M6 0.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Zm0 2a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7Z',
  'not-key': 'M1.5 0 6 4.5 10.5 0 12 1.5 7.5 6 12 10.5 10.5 12 6 7.5 1.5 12 0 10.5 4.5 6 0 1.5Z',
};
/** Of categories that an enterprise added: triangle, hexagon, square, cross. */
const ownShapes = [
  'M6 0.5 12 11.5H0Z',
  'M3 0.8H9L12 6 9 11.2H3L0 6Z',
  'M1 1H11V11H1Z',
  'M4 0H8V4H12V8H8V12H4V8H0V4H4Z',
];

/** The shape that stands for a category, the same in tables, charts and on paper. */
export function CategoryShape({ category, size = 12 }: { category: string; size?: number }) {
  useCategories();
  const path = isCategory(category) ? shapes[category] : ownShapes[ownPlace(category) % ownShapes.length];
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: 'none' }}>
      <path d={path} fill={tone(categoryTone(category))} />
    </svg>
  );
}

/** Category of an account: shape and word, as the enterprise calls it. */
export function CategoryBadge({ category }: { category: string }) {
  useCategories();
  return (
    <span className={classes['mark']}>
      <CategoryShape category={category} />
      {categoryText(category)}
    </span>
  );
}

/** The category that the scores suggest in a quadrant of the matrix. */
export function SuggestionBadge({ quadrant }: { quadrant: string }) {
  useCategories();
  return <CategoryBadge category={suggestedCategory(quadrant)} />;
}

/** The same in words. */
export const suggestionText = (quadrant: string): string => categoryText(suggestedCategory(quadrant));
