import { z } from 'zod';
import drivers from './selling-drivers-1.json';
import allocation from './time-allocation-1.json';

/** The twelve activities of a key account manager, in their order. A tenant sets other shares, never other activities. */
export const activityIds = [
  'relationships',
  'implementation',
  'planning',
  'selling',
  'commercial-alignment',
  'problem-solving',
  'capability',
  'brand',
  'reporting',
  'training',
  'team',
  'other',
] as const;
export type ActivityId = (typeof activityIds)[number];

/** Why people fall back on selling, in their order. */
export const sellingDriverIds = ['bottom-line', 'rewards', 'enjoyment', 'familiarity', 'confidence'] as const;
export type SellingDriverId = (typeof sellingDriverIds)[number];

const text = z.string().trim().min(1);
/** Whole per cent of a person's time. */
const share = z.int().min(0).max(100);

/** What the time of a key account manager should go into (transition guide, section 2.3, table 2). */
export const timeAllocationCatalogue = z.strictObject({
  version: z.int().positive(),
  activities: z.array(z.strictObject({ id: z.enum(activityIds), label: text, help: text, from: share, to: share })),
});

/** What drives people to sell too much, and what answers each driver (transition guide, section 2.4, table 3). */
export const sellingDriversCatalogue = z.strictObject({
  version: z.int().positive(),
  drivers: z.array(z.strictObject({ id: z.enum(sellingDriverIds), label: text, responses: z.array(text).min(1) })),
});

export const timeAllocation = timeAllocationCatalogue.parse(allocation);
export const sellingDrivers = sellingDriversCatalogue.parse(drivers);
