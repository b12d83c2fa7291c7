import { bind, Command, decider, type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { type NoticeEvent, noticeEvents } from './notice.events';

/** What one person has taken note of. The notices themselves follow from the decisions. */
export interface NoticesOfPerson {
  readonly read: ReadonlySet<string>;
}

export const noticesOfPerson = decider<NoticesOfPerson, NoticeEvent>({
  stream: 'portfolio.notices',
  initial: { read: new Set() },
  events: noticeEvents,
  evolve: ({ read }, { data }) => ({ read: new Set([...read, ...data.noticeIds]) }),
});

export function markRead({ read }: NoticesOfPerson, { noticeIds }: MarkReadBody): NoticeEvent[] {
  const fresh = [...new Set(noticeIds)].filter((id) => !read.has(id));
  return fresh.length === 0 ? [] : [{ type: 'portfolio.NoticesRead', data: { noticeIds: fresh } }];
}

export const markReadBody = z.strictObject({
  noticeIds: z.array(z.string().max(200)).min(1, 'must name at least one notice').max(500),
});
export type MarkReadBody = z.infer<typeof markReadBody>;
export class MarkRead extends Command<MarkReadBody> {}

export const noticeCommands = bind(noticesOfPerson, [[MarkRead, markRead]]);

export const noticeDescriptions: Descriptions<NoticeEvent> = {
  'portfolio.NoticesRead': ({ tenant, stream, data }) => ({
    kind: 'notice',
    subject: { type: 'person', id: idOfStream(tenant, stream) },
    detail: 'read',
    after: { noticeIds: data.noticeIds },
  }),
};
