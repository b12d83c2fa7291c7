import { Inject, Injectable } from '@nestjs/common';
import { confidentialEvents } from '@mainstay/assessment';
import { EVENT_STORE, type EventStore, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { MemberQueries } from '@mainstay/people';
import { type MergedAccount, mergedInto, reachOf } from '@mainstay/portfolio';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { historyEntry } from '../entry/history-entry.table';
import { withoutPersonalData } from '../entry/personal-data';
import { type Changes, changesAfter } from './changes';
import { accountsAsked, narrow, ofSeenAccounts, type Sought } from './conditions';
import type { HistoryEntry, WholeEntry } from './history-entry';
import type { HistoryFilter, HistoryQuery } from './history-filter';
import { titled } from './titles';

type EntryRow = StoredRowOf<typeof historyEntry>;
type Conditions = (query: SelectQueryBuilder<EntryRow>) => SelectQueryBuilder<EntryRow>;

const EXPORT_PAGE = 1_000;

/** Stands for a payload that only the person and the line manager may read, in the record itself. */
const WITHHELD = { withheld: true } as const;

@Injectable()
export class HistoryQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly people: MemberQueries,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** Newest first. */
  async page(context: RequestContext, query: HistoryQuery): Promise<{ items: HistoryEntry[]; next: string | null }> {
    return this.pageOf(context, query, await this.sought(context, query));
  }

  /** Newest first; what concerns an account, or one merged into it, only where the person may see that account. */
  async ofRecord(
    context: RequestContext,
    subject: HistoryFilter['subject'],
    { cursor, limit, detail }: Pick<HistoryQuery, 'cursor' | 'limit'> & { readonly detail?: string },
  ) {
    const reach = reachOf(context);
    const sought = await this.sought(context, { subject });
    return this.paged(context, { cursor, limit, merged: sought.merged }, (query) => {
      narrow(query, { subject }, sought);
      if (detail) query.andWhere({ detail });
      return reach ? query.andWhere(ofSeenAccounts(reach(':reader')), { reader: context.actor }) : query;
    });
  }

  /** What was changed since an answer before, told as little as a page needs that asks whether to read again. */
  changes(context: RequestContext, after: string | undefined): Promise<Changes> {
    return this.readStore.read(context, (manager) => changesAfter(manager, context, after));
  }

  /** How many entries of each kind there are, whatever kinds the filter itself names. */
  async kinds(context: RequestContext, filter: HistoryFilter): Promise<{ kind: string; count: number }[]> {
    const sought = await this.sought(context, filter);
    return this.readStore.read(context, (manager) =>
      narrow(entries(manager), { ...filter, kind: undefined }, sought)
        .select('entry.kind', 'kind')
        .addSelect('count(*)::int', 'count')
        .groupBy('entry.kind')
        .orderBy('count(*)', 'DESC')
        .addOrderBy('entry.kind')
        .getRawMany<{ kind: string; count: number }>(),
    );
  }

  /**
   * One entry with its event, as the event store holds it.
   * @throws NotFound also for what was recorded later than the moment that is read
   */
  async whole(context: RequestContext, eventId: string): Promise<WholeEntry> {
    const event = await this.store.findEvent(context.tenant, eventId);
    const found =
      event &&
      (await this.paged(context, { limit: 1, merged: [] }, (query) => query.andWhere({ position: event.position })));
    const entry = found?.items[0];
    if (!event || !entry) throw new NotFound('history-entry', eventId);
    const { schemaVersion, correlation, causation } = event.metadata;
    return {
      ...entry,
      schemaVersion,
      correlation,
      causation: causation ?? null,
      data: confidentialEvents.includes(event.type) ? WITHHELD : withoutPersonalData(event.data),
    };
  }

  /**
   * Everything that the filter lets through, newest first, read page by page so that memory stays flat. What is recorded
   * while it runs comes before its first page, so it does not disturb.
   */
  async *all(context: RequestContext, filter: HistoryFilter): AsyncGenerator<HistoryEntry> {
    const sought = await this.sought(context, filter);
    let cursor: string | undefined;
    do {
      const { items, next } = await this.pageOf(context, { ...filter, cursor, limit: EXPORT_PAGE }, sought);
      yield* items;
      cursor = next ?? undefined;
    } while (cursor);
  }

  private pageOf(context: RequestContext, { cursor, limit, ...filter }: HistoryQuery, sought: Sought) {
    return this.paged(context, { cursor, limit, merged: sought.merged }, (query) => narrow(query, filter, sought));
  }

  private async paged(
    context: RequestContext,
    { cursor, limit, merged }: { cursor?: string; limit: number } & Pick<Sought, 'merged'>,
    conditions: Conditions,
  ) {
    const items = await this.readStore.read(context, (manager) =>
      onePage(
        manager,
        (query) => (cursor ? conditions(query).andWhere('entry.position < :cursor', { cursor }) : conditions(query)),
        limit + 1,
        merged,
      ),
    );
    const more = items.length > limit;
    return { items: more ? items.slice(0, limit) : items, next: more ? items[limit - 1]!.position : null };
  }

  private async sought(context: RequestContext, filter: HistoryFilter): Promise<Sought> {
    const { q } = filter;
    const merged: MergedAccount[] = [];
    for (const accountId of accountsAsked(filter)) {
      merged.push(...(await this.readStore.read(context, (manager) => mergedInto(manager, accountId))));
    }
    return { people: q ? (await this.people.people(context, { q })).map(({ id }) => id) : [], merged };
  }
}

const entries = (manager: EntityManager) => manager.createQueryBuilder(historyEntry.entity, 'entry');

async function onePage(
  manager: EntityManager,
  conditions: Conditions,
  limit: number,
  merged: Sought['merged'],
): Promise<HistoryEntry[]> {
  const rows = await conditions(entries(manager)).orderBy('entry.position', 'DESC').limit(limit).getMany();
  return titled(manager, rows, merged);
}
