import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';

export const noticeEvents = eventTypes({
  /** A person has taken note. */
  'portfolio.NoticesRead': { schema: z.object({ noticeIds: z.array(z.string()) }) },
});
export type NoticeEvent = EventsOf<typeof noticeEvents>;
