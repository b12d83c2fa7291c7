import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { allPages, containing, page, ReadStore } from '@mainstay/read-store';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ActionList, ActionOrder, ActionPage, ActionView } from './action-list';
import { type ActionRow, actionTable } from './action-table';

const EXPORT_PAGE = 1_000;

@Injectable()
export class ActionRegister {
  constructor(private readonly readStore: ReadStore) {}

  /** @throws NotFound */
  async action(context: RequestContext, actionId: string): Promise<ActionView> {
    const row = await this.readStore.read(context, (manager) => manager.findOneBy(actionTable.entity, { actionId }));
    if (!row) throw new NotFound('action', actionId);
    return viewAt(today(context))(row);
  }

  page(context: RequestContext, query: ActionPage): Promise<ActionList> {
    const { cursor, limit, sort } = query;
    return this.readStore.read(context, async (manager) => {
      const actions = filtered(manager, context, query);
      const { total, ...counts } = await counted(actions, context);
      const { items, nextCursor } = await page(actions, { ...orderOf(sort), key: 'actionId', cursor, limit });
      return { items: items.map(viewAt(today(context))), total, counts, next: nextCursor };
    });
  }

  /** Every action that the filter lets through, for a download. */
  async *all(context: RequestContext, query: ActionOrder): AsyncGenerator<ActionView> {
    const order = { ...orderOf(query.sort), key: 'actionId', limit: EXPORT_PAGE } as const;
    const rows = allPages((cursor) =>
      this.readStore.read(context, (manager) => page(filtered(manager, context, query), { ...order, cursor })),
    );
    const view = viewAt(today(context));
    for await (const row of rows) yield view(row);
  }
}

function filtered(manager: EntityManager, context: RequestContext, filter: ActionOrder): SelectQueryBuilder<ActionRow> {
  const { q, ownerId, state, source, sourceId, overdue, divisionId, accountId } = filter;
  const query = manager.createQueryBuilder(actionTable.entity, 'action');
  if (q) {
    const words = containing(q);
    query.andWhere('(action.title ilike :words or action.description ilike :words)', { words });
  }
  if (ownerId) query.andWhere('action.ownerId = :ownerId', { ownerId });
  if (state === 'unfinished') query.andWhere('action.awaitedOn is not null');
  else if (state) query.andWhere('action.state = :state', { state });
  if (source) query.andWhere('action.sourceKind = :source', { source });
  if (sourceId) query.andWhere('action.sourceId = :sourceId', { sourceId });
  if (divisionId) query.andWhere('action.divisionId = :divisionId', { divisionId });
  if (accountId) query.andWhere('action.accountId = :accountId', { accountId });
  if (overdue) {
    const late = 'coalesce(action.awaitedOn < :today, false)';
    query.andWhere(overdue === 'true' ? late : `not ${late}`, { today: today(context) });
  }
  return query;
}

interface Counts {
  readonly total: number;
  readonly open: number;
  readonly underWay: number;
  readonly done: number;
  readonly dropped: number;
  readonly overdue: number;
}

async function counted(actions: SelectQueryBuilder<ActionRow>, context: RequestContext): Promise<Counts> {
  const of = (condition: string) => `count(*) filter (where ${condition})::int`;
  const counts = await actions
    .clone()
    .select('count(*)::int', 'total')
    .addSelect(of(`action.state = 'open'`), 'open')
    .addSelect(of(`action.state = 'under-way'`), 'underWay')
    .addSelect(of(`action.state = 'done'`), 'done')
    .addSelect(of(`action.state = 'dropped'`), 'dropped')
    .addSelect(of('action.awaitedOn < :day'), 'overdue')
    .setParameter('day', today(context))
    .getRawOne<Counts>();
  return counts!;
}

function orderOf(sort: ActionOrder['sort']) {
  const descending = sort.startsWith('-');
  const by = descending ? sort.slice(1) : sort;
  return {
    sort: (by === 'dueOn' ? 'awaitedOn' : by) as keyof ActionRow & string,
    direction: descending ? ('desc' as const) : ('asc' as const),
  };
}

/** The day of the page: today, or the day that it is read as at. */
const today = ({ asAt, now }: Pick<RequestContext, 'asAt' | 'now'>): string => (asAt ?? now).toISOString().slice(0, 10);

const viewAt =
  (day: string) =>
  (row: ActionRow): ActionView => ({
    id: row.actionId,
    title: row.title,
    description: row.description,
    ownerId: row.ownerId,
    dueOn: row.dueOn,
    state: row.state,
    overdue: row.awaitedOn !== null && row.awaitedOn < day,
    source: row.source,
    divisionId: row.divisionId,
    accountId: row.accountId,
    evidence: row.evidence,
    doneOn: row.doneOn,
    reason: row.reason,
    raisedBy: row.raisedBy,
    raisedAt: row.raisedAt.toISOString(),
    stateSince: row.stateSince.toISOString(),
    version: row.version,
  });
