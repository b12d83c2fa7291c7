import { locale } from '~/i18n/catalogue';
import { day, number } from '~/i18n/format';
import { DAY, kindOf, startOf } from './period';
import { t } from './texts';

const monthFormat = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

/** "March 2026", or "Week 9: 23 Feb 2026 to 1 Mar 2026". */
export function periodName(period: string): string {
  const start = startOf(period);
  if (kindOf(period) === 'month') return monthFormat.format(start);
  const [from, to] = [start, new Date(start.getTime() + 6 * DAY)].map((date) => day(date.toISOString()));
  return t('period.week', { week: number(Number(period.slice(6))), from: from!, to: to! });
}

/** "Mar". */
export const monthName = (month: string): string => shortMonth.format(startOf(month));
