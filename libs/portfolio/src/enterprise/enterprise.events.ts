import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { approvals } from '../account/category';
import { healthWeights } from './health-weights';

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

const people = z.enum(approvals);
/** How many people a change of category takes, by direction. */
const approval = z.object({ select: people, up: people, down: people, 'de-select': people });

export const enterpriseEvents = eventTypes({
  'portfolio.EnterpriseDescribed': { schema: settings.extend({ from: settings.nullable() }) },
  'portfolio.ApprovalRuleSet': { schema: z.object({ from: approval, to: approval, reason: z.string() }) },
  'portfolio.HealthWeightsSet': {
    schema: z.object({ from: healthWeights, to: healthWeights, reason: z.string() }),
  },
  'portfolio.DivisionOpened': { schema: z.object({ divisionId: z.string(), code: z.string(), name: z.string() }) },
  'portfolio.DivisionRenamed': { schema: z.object({ divisionId: z.string(), from: z.string(), to: z.string() }) },
  'portfolio.DivisionHeadAppointed': {
    schema: z.object({ divisionId: z.string(), from: personOrNobody, to: personOrNobody }),
  },
});
export type EnterpriseEvent = EventsOf<typeof enterpriseEvents>;
