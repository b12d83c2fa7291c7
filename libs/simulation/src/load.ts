import type { Topology } from './topology';

/** Each tenant's part of the load, the busiest first; they sum to 1. */
export function tenantShares({ tenants, skew }: Pick<Topology, 'tenants' | 'skew'>): number[] {
  const weights = Array.from({ length: tenants }, (_, index) => 1 / (index + 1) ** skew);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Load at an hour of a person's own day, 0 to 1: two humps of work, almost nothing at night. */
export function activityAt(localHour: number): number {
  const hour = ((localHour % 24) + 24) % 24;
  const hump = (centre: number) => Math.exp(-((hour - centre) ** 2) / (2 * 1.4 ** 2));
  return Math.min(1, 0.01 + hump(10.5) + 0.9 * hump(15));
}

/** Load of all regions at a second since midnight UTC, as a part of the busiest second of the day. */
export function dailyLoad(regions: Topology['regions']): (second: number) => number {
  const at = (second: number) =>
    regions.reduce((sum, { utcOffset, share }) => sum + share * activityAt(second / 3_600 + utcOffset), 0);
  let highest = 0;
  for (let minute = 0; minute < 24 * 60; minute++) highest = Math.max(highest, at(minute * 60));
  return (second) => at(second) / highest;
}

/** Mulberry32: the same seed gives the same run on every machine. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many arrive in a second when `mean` do on average (Poisson; a normal one from 30 on). */
export function arrivals(mean: number, random: () => number): number {
  if (mean <= 0) return 0;
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
