export type PeriodKind = 'week' | 'month';

export const DAY = 24 * 3_600_000;

/** First day of a period, at midnight UTC. */
export const startOf = (period: string): Date => {
  const [year, week] = period.split('-W').map(Number) as [number, number];
  if (!period.includes('W')) return new Date(`${period}-01T00:00:00Z`);
  const january4 = Date.UTC(year, 0, 4);
  return new Date(january4 - ((new Date(january4).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY);
};

export const kindOf = (period: string): PeriodKind => (period.includes('W') ? 'week' : 'month');

export function weekOf(date: Date): string {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
  const first = startOf(`${thursday.getUTCFullYear()}-W01`);
  const week = Math.floor((thursday.getTime() - first.getTime()) / (7 * DAY)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

const monthOf = (date: Date): string => date.toISOString().slice(0, 7);

/** The period so many before (negative) or after. */
export function shifted(period: string, by: number): string {
  const start = startOf(period);
  if (kindOf(period) === 'week') return weekOf(new Date(start.getTime() + by * 7 * DAY));
  return monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by, 1)));
}

/** The last period of a kind that has ended. */
export const lastPeriod = (kind: PeriodKind, now: Date): string =>
  shifted(kind === 'week' ? weekOf(now) : monthOf(now), -1);

/** The period of the other kind that lies at the end of this one. */
export function otherKind(period: string): string {
  const last = new Date(startOf(shifted(period, 1)).getTime() - DAY);
  return kindOf(period) === 'month' ? weekOf(last) : monthOf(new Date(startOf(period).getTime() + 3 * DAY));
}

export const isPeriod = (text: string): boolean => /^2\d{3}-(W(0[1-9]|[1-4]\d|5[0-3])|0[1-9]|1[0-2])$/.test(text);
