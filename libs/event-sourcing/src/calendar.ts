import { Refused } from './errors';

/**
 * The day that has begun somewhere: fourteen hours is the furthest that a place is ahead of UTC, and its people may write
 * the date of their own calendar. What is dated later is in the future everywhere.
 */
export const latestDateOnEarth = (now: Date): string =>
  new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

/**
 * What has happened is recorded with a day that has come somewhere.
 * @param code of the refusal, which the caller's subject names
 * @throws Refused for a day in the future
 */
export function assertPast(code: string, field: string, day: string, { now }: { readonly now: Date }): void {
  if (day > latestDateOnEarth(now)) throw new Refused(code, `${field}: must not be in the future.`);
}
