const two = (value: number) => String(value).padStart(2, '0');

/** The day where the person is, as a business date and as the value of a date field; today where no moment is given. */
export const localDay = (at = new Date()): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** Value of a time field, in the person's time zone. */
export const timeInput = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** What a date and a time field say together, in the person's time zone. */
export const parseLocal = (day: string, time: string): Date => new Date(`${day}T${time}`);

/** The same day so many months earlier; the month's last day where it has fewer. */
export function monthsBefore(at: Date, months: number): Date {
  const then = new Date(at);
  then.setMonth(at.getMonth() - months);
  if (then.getDate() !== at.getDate()) then.setDate(0);
  return then;
}
