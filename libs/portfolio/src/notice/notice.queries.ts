import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { ReadStore } from '@mainstay/read-store';
import type { z } from 'zod';
import { Conditions, withinReach } from '../scope';
import type { noticePage, noticesAnswer } from './notice.answers';

const SORT = 'told';
type Answer = z.infer<typeof noticesAnswer>;

@Injectable()
export class NoticeQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** The person's own, the latest first. */
  own(context: RequestContext, { unread, cursor, limit }: z.infer<typeof noticePage>): Promise<Answer> {
    return this.readStore.read(context, async (manager) => {
      const own = withinReach(
        new Conditions().add((id) => `person_id = ${id}`, context.actor),
        context,
      );
      const from = 'from notice join account using (account_id)';
      const [counted] = (await manager.query(
        `select count(*)::int as total, count(*) filter (where read_at is null)::int as unread ${from} where ${own.sql}`,
        own.values,
      )) as [{ total: number; unread: number }];
      if (unread === 'true') own.add(() => 'read_at is null');
      if (cursor !== undefined) {
        const [toldAt, id] = fromCursor(cursor, SORT, 'string');
        own.add((at, notice) => `(told_at, notice_id) < (${at}::timestamptz, ${notice})`, toldAt, id);
      }
      const rows = (await manager.query(
        `select notice_id as id, account_id as "accountId", account.name as account, kind, from_category as "from",
           to_category as "to", effective_on::text as "effectiveOn", reason, by, told_at as "toldAt", read_at as "readAt"
         ${from} where ${own.sql} order by told_at desc, notice_id desc limit ${limit + 1}`,
        own.values,
      )) as (Omit<Answer['items'][number], 'toldAt' | 'readAt'> & { toldAt: Date; readAt: Date | null })[];
      const items = rows.slice(0, limit).map(({ toldAt, readAt, ...row }) => ({
        ...row,
        toldAt: toldAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      }));
      const last = items.at(-1);
      const next = rows.length > limit && last ? cursorOf(SORT, last.toldAt, last.id) : null;
      return { ...counted, items, next };
    });
  }

  /** Those of the ids that the person has a notice of: nobody marks what was never told to him or her. */
  known(context: RequestContext, noticeIds: readonly string[]): Promise<string[]> {
    return this.readStore.read(context, async (manager) => {
      const rows = (await manager.query(
        'select notice_id as id from notice where person_id = $1 and notice_id = any ($2)',
        [context.actor, noticeIds],
      )) as { id: string }[];
      return rows.map(({ id }) => id);
    });
  }
}
