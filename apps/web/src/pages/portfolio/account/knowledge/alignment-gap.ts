import { number } from '~/i18n/format';
import { t } from './texts';
import type { Review } from './use-knowledge';

export const alignmentTopics = ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'] as const;
type Sides = Review['scores'][(typeof alignmentTopics)[number]];

/** What the difference of both sides says. */
export function gapText({ ours, theirs }: Sides): string {
  if (ours === null || theirs === null) return t('unsaid');
  const gap = ours - theirs;
  if (Math.abs(gap) <= 1) return t('agree');
  return gap > 0 ? t('gap', { n: number(gap) }) : t('under', { n: number(-gap) });
}

/** Means of what each side said, to one decimal; undefined where a side said nothing. */
export function means({ scores }: Pick<Review, 'scores'>) {
  const mean = (side: keyof Sides) => {
    const said = alignmentTopics.flatMap((topic) => scores[topic][side] ?? []);
    return said.length === 0 ? undefined : said.reduce((sum, value) => sum + value, 0) / said.length;
  };
  return { ours: mean('ours'), theirs: mean('theirs') };
}
