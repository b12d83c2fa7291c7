import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { sections } from '../compare/changes';
import { planContent } from './plan-content';

const change = z.object({
  section: z.enum(sections),
  item: z.string().nullable(),
  field: z.string().nullable(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.unknown(),
  after: z.unknown(),
});

export const planEvents = eventTypes({
  /** The whole document as saved; the first revision starts the plan. */
  'planning.PlanRevised': {
    schema: z.object({
      accountId: z.string(),
      revision: z.number(),
      /** Number of the revision replaced; null for the first. */
      from: z.number().nullable(),
      reason: z.string(),
      content: planContent,
      /** Before and after of everything that this revision changes; none for the first. */
      changes: z.array(change),
    }),
  },
  'planning.PlanReviewed': {
    schema: z.object({
      accountId: z.string(),
      /** Revision that was reviewed. */
      revision: z.number(),
      /** Day of the review; also the event's effective date. */
      reviewedOn: z.string(),
      /** Day of the review before; null for the first. */
      from: z.string().nullable(),
      note: z.string(),
    }),
  },
});
export type PlanEvent = EventsOf<typeof planEvents>;
