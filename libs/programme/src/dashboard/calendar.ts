/** Days are 'YYYY-MM-DD' throughout. */

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The same day some years or months away; the last day of the month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))));
}

/** Last days of the twelve months before this one, oldest first, then today. */
export function yearOfMonths(today: string): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const ends = Array.from({ length: 12 }, (_, index) => dayOf(new Date(Date.UTC(year, month - 12 + index, 0))));
  return [...ends, today];
}

/** A negative number of days is after it. */
export function daysBefore(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return dayOf(moment);
}
