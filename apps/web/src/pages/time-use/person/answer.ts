import { number } from '~/i18n/format';
import type { PersonYear } from '../deviation';
import { t } from '../texts';
import { type Activity, labelOf } from '../words';

/** The year in one sentence: selling, and what is furthest from the profile. */
export function answerOf(
  of: 'own' | 'report',
  { year, mean }: PersonYear,
  activities: readonly Activity[] | undefined,
): string {
  const furthest = [...mean].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0];
  const selling = mean.find(({ activityId }) => activityId === 'selling');
  if (!furthest || !selling) return t(`${of}.answerNone`, { year: String(year) });
  return t(furthest === selling ? `${of}.answerSelling` : `${of}.answer`, {
    year: String(year),
    share: number(selling.share),
    activity: labelOf(activities, furthest.activityId),
    points: `${furthest.difference > 0 ? '+' : ''}${number(furthest.difference).replace('-', '−')}`,
  });
}

/** The year in the address, or the one that is read. */
export const yearOf = (asked: string): number | undefined => (/^2\d{3}$/.test(asked) ? Number(asked) : undefined);
