import { locale } from './catalogue';

const longDayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const shortMomentFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const scoreFormat = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** 3 March 2025, 14:00, in the person's time zone. */
export const longMoment = (at: string | Date) => `${longDayFormat.format(new Date(at))}, ${time(new Date(at))}`;
/** 3 Mar 2025, 14:00. */
export const moment = (at: string | Date) => shortMomentFormat.format(new Date(at));
/** 3 Mar 2025; for business dates (yyyy-mm-dd), which have no time zone. */
export const day = (date: string) => dayFormat.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
/** Mar 2025; for business dates. */
export const month = (date: string) => monthFormat.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
/** 14:02. */
export const time = (at: Date) => timeFormat.format(at);
export const number = (value: number) => numberFormat.format(value);
/** 8.0: scores below one another keep their decimals in line. */
export const score = (value: number) => scoreFormat.format(value);
/** 0.42 is 42 %. */
export const percent = (share: number) => percentFormat.format(share);

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Whole units of the tenant's currency. */
export function money(amount: number, currency: string): string {
  let format = moneyFormats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
    moneyFormats.set(currency, format);
  }
  return format.format(amount);
}
