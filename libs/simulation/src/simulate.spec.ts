import { activityAt, arrivals, chance, tenantShares } from './load';
import { report, timelineCsv } from './report';
import { simulate } from './simulate';
import { Topology } from './topology';

const inTurn = (tenant: string, partitions: number) => Number(tenant.slice(7)) % partitions;
const run = (given: Partial<Topology>) => simulate(Topology.parse({ hours: 2, ...given }), inTurn);
const steady = { regions: [{ utcOffset: 10.5, share: 1 }], skew: 0 };

describe('load', () => {
  it('gives every tenant a part, the first the largest, and all of it together', () => {
    const shares = tenantShares({ tenants: 1_000, skew: 1 });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shares[0]).toBeGreaterThan(0.12);
    expect(new Set(tenantShares({ tenants: 5, skew: 0 }))).toEqual(new Set([0.2]));
  });

  it('is high in working hours and low at night, at any offset', () => {
    expect(activityAt(10.5)).toBe(1);
    expect(activityAt(3)).toBeLessThan(0.02);
    expect(activityAt(-13.5)).toBe(activityAt(10.5));
  });

  it('arrives by chance around its mean, alike for the same seed', () => {
    const of = (mean: number, seed: number) => {
      const random = chance(seed);
      return Array.from({ length: 40_000 }, () => arrivals(mean, random));
    };
    for (const mean of [0.3, 7, 120]) {
      const counts = of(mean, 7);
      expect(counts.reduce((sum, count) => sum + count, 0) / counts.length / mean).toBeCloseTo(1, 1);
      expect(of(mean, 7)).toEqual(counts);
      expect(of(mean, 8)).not.toEqual(counts);
    }
  });
});

describe('simulate', () => {
  it('shows no lag while every part has room', () => {
    const { worstLag, left, busiestProjector } = run({ ...steady, peakEventsPerSecond: 100 });
    expect(worstLag).toBeLessThanOrEqual(1);
    expect(left).toBe(0);
    expect(busiestProjector).toBeLessThan(0.1);
  });

  it('falls behind for good where more is recorded than the projectors take', () => {
    const behind = run({ ...steady, peakEventsPerSecond: 1_000, projectors: 2, projectorEventsPerSecond: 200 });
    expect(behind.left).toBeGreaterThan(1_000_000);
    expect(behind.worstLag).toBeGreaterThan(1_000);
    expect(behind.busiestProjector).toBeCloseTo(1);
    expect(report(Topology.parse(steady), behind)).toContain('does not keep up');
  });

  it('gains nothing from more projectors than partitions, or than the database takes', () => {
    const lag = (given: Partial<Topology>) =>
      run({ ...steady, peakEventsPerSecond: 1_000, projectorEventsPerSecond: 300, ...given }).left;
    expect(lag({ partitions: 2, projectors: 8 })).toBeCloseTo(lag({ partitions: 2, projectors: 2 }), -4);
    expect(lag({ projectors: 8, databaseEventsPerSecond: 600 })).toBeGreaterThan(1_000_000);
    expect(lag({ projectors: 8 })).toBe(0);
  });

  it('makes those wait who share a partition with a tenant that imports, and nobody else', () => {
    const { timeline, hottest } = run({
      ...steady,
      peakEventsPerSecond: 50,
      tenants: 24,
      projectors: 12,
      projectorEventsPerSecond: 500,
      bursts: [{ atHour: 0.5, events: 600_000, eventsPerSecond: 2_000, tenant: 1 }],
    });
    expect(Math.max(...timeline.map(({ worstLag }) => worstLag))).toBeGreaterThan(600);
    expect(Math.max(...timeline.map(({ medianLag }) => medianLag))).toBeLessThanOrEqual(1);
    expect(hottest).toMatchObject({ partition: 1, tenants: 2 });
  });

  it('waits as long as a part is away, and then catches up', () => {
    for (const part of ['relay', 'projectors', 'database'] as const) {
      const outages = [{ atHour: 1, seconds: 600, part }];
      const { worstLag, left } = run({ ...steady, peakEventsPerSecond: 100, outages });
      expect(worstLag).toBeGreaterThan(500);
      expect(worstLag).toBeLessThanOrEqual(620);
      expect(left).toBe(0);
    }
  });

  it('goes on with the other projectors while one is away', () => {
    const outages = [{ atHour: 1, seconds: 600, part: 'projectors' as const, projectors: 1 }];
    expect(run({ ...steady, peakEventsPerSecond: 100, outages }).worstLag).toBeLessThanOrEqual(1);
  });

  it('loses and invents nothing on the way', () => {
    const { events, timeline } = run({ peakEventsPerSecond: 300, hours: 3 });
    expect(timeline.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(events);
    expect(
      timelineCsv({ timeline } as never)
        .trim()
        .split('\n'),
    ).toHaveLength(3 * 60 + 1);
  });
});

describe('topology', () => {
  it('refuses what it does not know and what cannot be', () => {
    expect(Topology.safeParse({ partition: 4 }).success).toBe(false);
    expect(Topology.safeParse({ partitions: 0 }).success).toBe(false);
    expect(Topology.safeParse({ hours: 1_000 }).success).toBe(false);
  });
});
