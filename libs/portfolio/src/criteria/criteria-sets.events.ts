import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { criterionShape } from './criteria';

const content = z.object({ name: z.string(), criteria: z.array(criterionShape) });
export type CriteriaContent = z.infer<typeof content>;

export const criteriaSetEvents = eventTypes({
  'portfolio.CriteriaDrafted': {
    /** The version that the draft starts from, and what it says. */
    schema: content.extend({ basedOn: z.int() }),
  },
  'portfolio.CriteriaDraftChanged': { schema: z.object({ from: content, to: content }) },
  'portfolio.CriteriaDraftDiscarded': { schema: z.object({ from: content }) },
  'portfolio.CriteriaPublished': {
    schema: content.extend({
      version: z.int(),
      /** Business date from which accounts are scored under it; also the event's effective date. */
      effectiveOn: z.string(),
      reason: z.string(),
      /** The version published before it, whose place it takes. */
      from: content.extend({ version: z.int() }),
      /** What was warned about when it was published: spend over half of an axis. */
      warning: z.string().nullable(),
    }),
  },
});
export type CriteriaSetEvent = EventsOf<typeof criteriaSetEvents>;
