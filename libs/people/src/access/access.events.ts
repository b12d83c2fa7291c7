import { eventTypes, type EventsOf, roles } from '@mainstay/event-sourcing';
import { z } from 'zod';

const held = z.array(z.enum(roles));

/** Who may sign in, and as what. The name of a person stands in the people register, sealed, and never here. */
export const accessEvents = eventTypes({
  'people.MemberInvited': { schema: z.object({ personId: z.string(), roles: held, reason: z.string() }) },
  /** The invitation was sent, or a new one-time password given out, once more. */
  'people.MemberInvitedAgain': { schema: z.object({ personId: z.string() }) },
  'people.MemberRolesChanged': {
    schema: z.object({ personId: z.string(), from: held, to: held, reason: z.string() }),
  },
  /** `invited`: the person had not signed in yet, so that an invitation was withdrawn. */
  'people.MemberRemoved': {
    schema: z.object({ personId: z.string(), roles: held, invited: z.boolean(), reason: z.string() }),
  },
});
export type AccessEvent = EventsOf<typeof accessEvents>;
