import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { In } from 'typeorm';
import type { AccountMerge } from '../account/account.events';
import { scoringTable } from '../round/round.projection';
import type { MergePreview } from './merge.views';
import { mergedInto } from './merged-accounts';
import { readWith } from './read-with';

export type MovingParts = Pick<AccountMerge, 'contacts' | 'lines' | 'cells' | 'children'>;

@Injectable()
export class MergeQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** What goes over to the survivor: people, whom they report to, white space of which nothing was said there, children. */
  parts(context: RequestContext, accountId: string, survivorId: string): Promise<MovingParts> {
    return this.readStore.read(context, async (manager) => {
      const contacts: { id: string }[] = await manager.query(
        'select contact_id as id from contact where account_id = $1 order by 1',
        [accountId],
      );
      const lines: AccountMerge['lines'] = await manager.query(
        `select contact_id as "contactId", reports_to as "reportsTo" from reporting_line
         where account_id = $1 and reports_to is not null order by 1`,
        [accountId],
      );
      const cells: AccountMerge['cells'] = await manager.query(
        `select division_id as "divisionId", offering_id as "offeringId", state from white_space
         where account_id = $1 and state is not null and not exists (
           select 1 from white_space said where said.account_id = $2 and said.division_id = white_space.division_id
             and said.offering_id = white_space.offering_id and said.state is not null)
         order by 1, 2`,
        [accountId, survivorId],
      );
      const children: { id: string }[] = await manager.query(
        'select account_id as id from account where parent_id = $1 and account_id <> $2 and archived_at is null order by 1',
        [accountId, survivorId],
      );
      return { contacts: contacts.map(({ id }) => id), lines, cells, children: children.map(({ id }) => id) };
    });
  }

  /** What is read with the survivor without going over: how much there is, and how much of it holds for the survivor. */
  reads(context: RequestContext, accountId: string, survivorId: string): Promise<MergePreview['reads']> {
    return this.readStore.read(context, async (manager) => {
      const below = await mergedInto(manager, accountId);
      const itself = { id: accountId, code: '', name: '', way: [survivorId] };
      const gone = [itself, ...below.map((account) => ({ ...account, way: [...account.way, survivorId] }))];
      const ids = gone.map(({ id }) => id);
      const count = async (table: string, day: string) => {
        const said: { accountId: string; day: string }[] = await manager.query(
          `select account_id as "accountId", ${day}::text as day from ${table} where account_id = any($1)`,
          [[survivorId, ...ids]],
        );
        const read = readWith(survivorId, gone, said, (entry) => entry.day).filter(({ saidAt }) => saidAt);
        return { all: read.length, holding: read.filter(({ holds }) => holds).length };
      };
      const scorings = await manager.countBy(scoringTable.entity, { accountId: In(ids) });
      return {
        levels: await count('relationship_level', 'effective_on'),
        wallet: await count('wallet_share', 'measured_on'),
        scorings,
      };
    });
  }
}
