import { z } from 'zod';

const share = z.number().min(0).max(1);

/** A tenant that loads or imports: its events come at one rate from a moment on, beside the daily load. */
const Burst = z.strictObject({
  atHour: z.number().min(0),
  events: z.number().int().positive(),
  eventsPerSecond: z.number().positive(),
  /** The tenant by size: 1 is the busiest. */
  tenant: z.number().int().positive().default(1),
});

/** Processes that are away for a while: a crash, an upgrade, a rebalance. */
const Outage = z.strictObject({
  atHour: z.number().min(0),
  seconds: z.number().positive(),
  part: z.enum(['relay', 'projectors', 'database']),
  /** How many of the projectors; left out for relay and database, which are away as a whole. */
  projectors: z.number().int().positive().optional(),
});

/** People work from eight to six of their own day, with a dip at noon. */
const Region = z.strictObject({ utcOffset: z.number().min(-12).max(14), share });

/** What is simulated. Rates are of events, not of commands; capacities are those that `docs/scale.md` measures. */
export const Topology = z.strictObject({
  tenants: z.number().int().positive().default(1_000),
  /** Zipf exponent of the tenants' sizes: 0 is all alike, 1 gives the busiest of 1,000 about an eighth of the load. */
  skew: z.number().min(0).max(3).default(0.8),
  /** Events a second of all tenants together in the busiest second of the day. */
  peakEventsPerSecond: z.number().positive().default(400),
  regions: z
    .array(Region)
    .min(1)
    .default([
      { utcOffset: 1, share: 0.6 },
      { utcOffset: -5, share: 0.4 },
    ]),
  partitions: z.number().int().positive().default(12),
  projectors: z.number().int().positive().default(2),
  projectorEventsPerSecond: z.number().positive().default(1_500),
  /** What the database of the read models takes in all, however many projectors write. */
  databaseEventsPerSecond: z.number().positive().default(4_000),
  relayEventsPerSecond: z.number().positive().default(15_000),
  hours: z.number().positive().max(168).default(24),
  bursts: z.array(Burst).default([]),
  outages: z.array(Outage).default([]),
  seed: z.number().int().default(1),
});
export type Topology = z.infer<typeof Topology>;
