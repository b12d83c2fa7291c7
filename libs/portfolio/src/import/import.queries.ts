import { Injectable } from '@nestjs/common';
import { NotFound, type Position, type RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { ReadStore } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { AccountDetails } from '../account/account.events';
import { Conditions } from '../scope';
import type { Mapping } from './account-import.events';
import type { ImportAnswer, ImportRowsAnswer } from './import.views';
import { PeopleByName } from './people-by-name';
import type { PresentAccount, Surroundings } from './plan-import';

const MOMENT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const IMPORT = `import_id as id, version, file_name as "fileName", sha256, mapping, ignored_columns as "ignoredColumns", rows,
  creates, changes, unchanged, refused, refusals, reason, bulk, state, started_by as "startedBy",
  ${MOMENT('started_at')} as "startedAt", ${MOMENT('finished_at')} as "finishedAt", coalesce(failed, 0) as failed,
  coalesce(failures, '[]') as failures, undone_by as "undoneBy", ${MOMENT('undone_at')} as "undoneAt",
  undo_reason as "undoReason", coalesce(left_count, 0) as "left", coalesce(left_rows, '[]') as "leftRows",
  (select count(*)::int from account_import_row r where r.import_id = account_import.import_id) as done,
  (select count(*)::int from account_import_row r where r.import_id = account_import.import_id
    and r.taken_back_at is not null) as "takenBack"`;

export interface DoneRow {
  readonly row: number;
  readonly accountId: string;
  readonly kind: 'create' | 'change';
  readonly before: Partial<AccountDetails>;
  readonly after: Partial<AccountDetails>;
}

@Injectable()
export class ImportQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly people: PeopleByName,
  ) {}

  /** The latest first, page by page. */
  page(
    context: RequestContext,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<{ items: ImportAnswer[]; total: number; next: string | null }> {
    return this.readStore.read(context, async (manager) => {
      const conditions = new Conditions();
      if (cursor !== undefined) {
        const [startedAt, id] = fromCursor(cursor, 'startedAt', 'string');
        conditions.add((at, key) => `(started_at, import_id) < (${at}::timestamptz, ${key})`, startedAt, id);
      }
      const [counted] = (await manager.query('select count(*)::int as total from account_import')) as [
        { total: number },
      ];
      const rows = (await manager.query(
        `select ${IMPORT}, started_at::text as "exactly" from account_import where ${conditions.sql}
         order by started_at desc, import_id desc limit ${limit + 1}`,
        conditions.values,
      )) as (ImportAnswer & { exactly?: string })[];
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const next = rows.length > limit && last ? cursorOf('startedAt', last.exactly!, last.id) : null;
      for (const item of items) delete item.exactly;
      return { items, total: counted.total, next };
    });
  }

  /** @throws NotFound */
  one(context: RequestContext, importId: string): Promise<ImportAnswer> {
    return this.readStore.read(context, (manager) => found(manager, importId));
  }

  /** What the rows of an import made of their accounts, by their place in the file. @throws NotFound */
  rows(
    context: RequestContext,
    importId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<ImportRowsAnswer> {
    return this.readStore.read(context, async (manager) => {
      await found(manager, importId);
      const rows = (await manager.query(
        `select row, account_id as "accountId", code, name, kind, before, after,
           ${MOMENT('taken_back_at')} as "takenBackAt"
         from account_import_row join account using (account_id)
         where import_id = $1 and row > $2 order by row limit $3`,
        [importId, after, limit + 1],
      )) as ImportRowsAnswer['items'];
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? items.at(-1)!.row : null };
    });
  }

  /** What is still to be taken back, once everything up to a place has been read. */
  notTakenBack(context: RequestContext, importId: string, after: Position | undefined): Promise<DoneRow[]> {
    return this.readStore.read({ ...context, after }, (manager) =>
      manager.query(
        `select row, account_id as "accountId", kind, before, after from account_import_row
         where import_id = $1 and taken_back_at is null order by row`,
        [importId],
      ),
    );
  }

  /** Accounts, archived ones among them, and divisions as they stand, and how earlier files were mapped. */
  async surroundings(context: RequestContext): Promise<Surroundings & { readonly remembered: readonly Mapping[] }> {
    const people = await this.people.everyone(context);
    return this.readStore.read(context, async (manager) => {
      const accounts: PresentAccount[] = await manager.query(
        `select account_id as id, code, name, industry, countries, division_ids as "divisionIds", lead_id as "leadId",
           sponsor_id as "sponsorId", spend, parent_id as "parentId", sites, crm_id as "crmId", duns, vat, potential,
           growth, archived_at is not null as archived
         from account`,
      );
      const divisions: { id: string; code: string; name: string }[] = await manager.query(
        'select division_id as id, code, name from division',
      );
      const earlier: { mapping: Mapping }[] = await manager.query(
        'select mapping from account_import where bulk is null order by started_at desc limit 10',
      );
      return {
        tenant: context.tenant,
        accounts,
        people,
        // A code goes before a name that reads the same.
        divisions: new Map([
          ...divisions.map(({ id, name }) => [name.toLowerCase(), id] as const),
          ...divisions.map(({ id, code }) => [code.toLowerCase(), id] as const),
        ]),
        remembered: earlier.map(({ mapping }) => mapping),
      };
    });
  }
}

async function found(manager: EntityManager, importId: string): Promise<ImportAnswer> {
  const [one]: ImportAnswer[] = await manager.query(`select ${IMPORT} from account_import where import_id = $1`, [
    importId,
  ]);
  if (!one) throw new NotFound('import', importId);
  return one;
}
