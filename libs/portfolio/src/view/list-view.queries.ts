import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';

export interface ListViewRecord {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly columns: string[] | null;
  readonly shared: boolean;
  readonly ownerId: string;
  readonly own: boolean;
  /** The list opens with it, for the person who asks. */
  readonly opens: boolean;
}

@Injectable()
export class ListViewQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** One's own views and those that others share, by name. */
  views(context: RequestContext, list: string): Promise<ListViewRecord[]> {
    return this.readStore.read(context, (manager) =>
      manager.query(
        `select view.view_id as id, view.list, name, query, columns, shared, owner_id as "ownerId", owner_id = $1 as own,
           chosen.view_id is not null as opens
         from list_view view
         left join default_list_view chosen on chosen.person_id = $1 and chosen.list = view.list and chosen.view_id = view.view_id
         where view.list = $2 and not deleted and (owner_id = $1 or shared) order by name, view.view_id`,
        [context.actor, list],
      ),
    );
  }
}
