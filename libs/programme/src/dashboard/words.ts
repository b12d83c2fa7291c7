const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const inWords = (value: number): string => numbers.format(value);
export const dayInWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));
export const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part * 100) / whole)} %`;

/** `1 account`, `12 accounts`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${inWords(count)} ${count === 1 ? one : many}`;
