import { Injectable } from '@nestjs/common';
import { newId, type RequestContext } from '@mainstay/event-sourcing';
import type { AcrossTenants } from '../account/due-decisions';
import { Merger } from '../merge/merger';
import { Importer } from './importer';

/**
 * Goes on with what a start of the product finds unfinished: imports, changes of many accounts, merges, and the undoing
 * of them. Every step is under a key of its own or looks at what is there, so doing it twice, even in two processes at
 * once, repeats nothing.
 */
@Injectable()
export class UnfinishedWork {
  constructor(
    private readonly importer: Importer,
    private readonly merger: Merger,
  ) {}

  /** Answers how many pieces of work were gone on with. */
  async resume(ask: AcrossTenants, now: Date): Promise<number> {
    const imports = await ask<{ tenant: string; id: string; actor: string }>(
      `select tenant, import_id as id, case state when 'undoing' then undone_by else started_by end as actor
       from read.account_import where state in ('running', 'undoing') order by started_at`,
      [],
    );
    for (const { tenant, id, actor } of imports) this.importer.carryOn(contextOf(tenant, actor, now), id);
    const merges = await ask<{ tenant: string; id: string; actor: string }>(
      `select tenant, account_id as id, archived_by as actor from read.account
       where merge_state in ('merging', 'unmerging')`,
      [],
    );
    for (const { tenant, id, actor } of merges) await this.merger.carryOn(contextOf(tenant, actor, now), id);
    return imports.length + merges.length;
  }
}

/** Whoever began it was allowed to; it goes on in that name. */
const contextOf = (tenant: string, actor: string, now: Date): RequestContext => ({
  tenant,
  actor,
  roles: ['kam-unit-head'],
  correlation: newId(),
  now,
});
