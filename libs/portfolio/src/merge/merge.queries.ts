import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import type { AccountMerge } from '../account/account.events';

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
}
