import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore, type StoredRowOf } from '@mainstay/read-store';
import { type EntityManager, In } from 'typeorm';
import { MERGED_ACCOUNTS } from '../merge/merged-accounts';
import { Conditions, withinReach } from '../scope';
import { alignmentTable, competitorTable, ideaTable, noteRevisionTable, noteTable } from './knowledge.projection';

type Told<Row> = Omit<Row, 'tenant' | 'recorded'>;

export interface Knowledge {
  readonly notes: Told<StoredRowOf<typeof noteTable>>[];
  readonly competitors: Told<StoredRowOf<typeof competitorTable>>[];
  readonly ideas: Told<StoredRowOf<typeof ideaTable>>[];
  readonly reviews: Told<StoredRowOf<typeof alignmentTable>>[];
}
export type NoteRevision = Told<StoredRowOf<typeof noteRevisionTable>>;

@Injectable()
export class KnowledgeQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** Everything known of a customer, that of accounts merged into it included; the latest first. @throws NotFound */
  ofAccount(context: RequestContext, accountId: string): Promise<Knowledge> {
    return this.readStore.read(context, async (manager) => {
      const where = { accountId: In(await accountsOf(manager, context, accountId)) };
      return {
        notes: told(await manager.find(noteTable.entity, { where, order: { changedAt: 'desc', noteId: 'asc' } })),
        competitors: told(await manager.find(competitorTable.entity, { where, order: { name: 'asc' } })),
        ideas: told(await manager.find(ideaTable.entity, { where, order: { pitchedOn: 'desc', ideaId: 'asc' } })),
        reviews: told(await manager.find(alignmentTable.entity, { where, order: { heldOn: 'desc', reviewId: 'asc' } })),
      };
    });
  }

  /** A note as it read at each revision, the latest first. @throws NotFound */
  revisions(context: RequestContext, accountId: string, noteId: string): Promise<NoteRevision[]> {
    return this.readStore.read(context, async (manager) => {
      const where = { accountId: In(await accountsOf(manager, context, accountId)), noteId };
      if (!(await manager.findOne(noteTable.entity, { where }))) throw new NotFound('note', noteId);
      return told(await manager.find(noteRevisionTable.entity, { where: { noteId }, order: { revision: 'desc' } }));
    });
  }
}

/** The account and those merged into it, as far as the person sees them. */
async function accountsOf(manager: EntityManager, context: RequestContext, accountId: string): Promise<string[]> {
  const own = new Conditions().add(
    (id) =>
      `(account_id = ${id} or account_id in (select account_id from ${MERGED_ACCOUNTS} gone where into_id = ${id}))`,
    accountId,
  );
  const conditions = withinReach(own, context);
  const found: { id: string }[] = await manager.query(
    `select account_id as id from account where ${conditions.sql}`,
    conditions.values,
  );
  if (!found.some(({ id }) => id === accountId)) throw new NotFound('account', accountId);
  return found.map(({ id }) => id);
}

const told = <Row extends { tenant: string; recorded: Date }>(rows: readonly Row[]) =>
  rows.map(({ tenant: _tenant, recorded: _recorded, ...row }) => row);
