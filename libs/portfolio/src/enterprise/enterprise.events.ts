import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';

const settings = z.object({
  name: z.string(),
  /** ISO 4217; every amount of the tenant is in it. */
  currency: z.string(),
  /** How many key accounts the programme can serve; null until it has said so. */
  capacity: z.number().nullable(),
  /** A plan reviewed within so many days is live. */
  planReviewDays: z.number(),
});
export type EnterpriseSettings = z.infer<typeof settings>;

const personOrNobody = z.string().nullable();

export const enterpriseEvents = eventTypes({
  'portfolio.EnterpriseDescribed': { schema: settings.extend({ from: settings.nullable() }) },
  'portfolio.DivisionOpened': { schema: z.object({ divisionId: z.string(), code: z.string(), name: z.string() }) },
  'portfolio.DivisionRenamed': { schema: z.object({ divisionId: z.string(), from: z.string(), to: z.string() }) },
  'portfolio.DivisionHeadAppointed': {
    schema: z.object({ divisionId: z.string(), from: personOrNobody, to: personOrNobody }),
  },
});
export type EnterpriseEvent = EventsOf<typeof enterpriseEvents>;
