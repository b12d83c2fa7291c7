/**
 * The day that has begun somewhere: fourteen hours is the furthest that a place is ahead of UTC, and its people may write
 * the date of their own calendar. What is dated later is in the future everywhere.
 */
export const latestDateOnEarth = (now: Date): string =>
  new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
