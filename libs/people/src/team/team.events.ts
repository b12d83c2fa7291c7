import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** Leader, core (five or six is healthy) and extended members: organising for KAM, part B. */
export const memberKinds = ['leader', 'core', 'extended'] as const;
export const lines = ['solid', 'dotted'] as const;

const place = z.object({
  kind: z.enum(memberKinds),
  /** What the person does for the customer. */
  role: z.string(),
  /** Part of our organisation that the person comes from. */
  function: z.string(),
  divisionId: z.string().nullable(),
  location: z.string(),
  /** Dedicated to this account alone, or designated for a share of the time. */
  dedicated: z.boolean(),
  /** Per cent of the person's time, 1 to 100; null where nothing was agreed. */
  share: z.int().min(1).max(100).nullable(),
  /** How the person reports to the team's leader. */
  line: z.enum(lines),
});
export type Place = z.infer<typeof place>;

const of = { accountId: z.string(), personId: z.string() };

export const teamEvents = eventTypes({
  'people.TeamMemberJoined': { schema: place.extend({ ...of, joinedOn: z.iso.date() }) },
  'people.TeamMemberChanged': {
    /** Only what changed. */
    schema: z.object({
      ...of,
      joinedOn: z.iso.date(),
      from: place.partial(),
      to: place.partial(),
      reason: z.string(),
    }),
  },
  'people.TeamMemberLeft': {
    schema: z.object({ ...of, joinedOn: z.iso.date(), leftOn: z.iso.date(), reason: z.string() }),
  },
});
export type TeamEvent = EventsOf<typeof teamEvents>;
