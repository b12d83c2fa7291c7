import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  type CommandResult,
  CommandRunner,
  newId,
  type Position,
  Rejection,
  type RequestContext,
} from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { readTable } from '@mainstay/tabular';
import { account } from '../account/account';
import { planBulk } from '../bulk/bulk-change';
import {
  accountImport,
  FinishImport,
  finishImport,
  FinishUndo,
  finishUndo,
  known,
  type AccountImport,
} from './account-import';
import type { Refusal } from './account-import.events';
import { ImportRow, importRow, TakeBackRow, takeBackRow } from './import-row';
import { ImportQueries } from './import.queries';
import { SHOWN } from './import.views';
import { type PlannedRow, planImport } from './plan-import';

/** Commands under way at a time: enough that appends travel together, few enough that others are served between. */
const AT_ONCE = 256;
export const importLimits = { rows: 50_000, columns: 200, unpackedBytes: 200_000_000 };

type Known = Exclude<AccountImport, { state: 'unknown' }>;

/**
 * Carries imports out, row by row, beside the requests. Each row is a command under a key of its own, so that going on
 * after an interruption repeats nothing: the plan is made again from the file that was kept.
 */
@Injectable()
export class Importer implements OnModuleDestroy {
  private readonly log = new Logger(Importer.name);
  private readonly atWork = new Map<string, Promise<void>>();
  private closing = false;

  constructor(
    private readonly runner: CommandRunner,
    private readonly files: FileStore,
    private readonly queries: ImportQueries,
  ) {}

  isAtWork(tenant: string, importId: string): boolean {
    return this.atWork.has(keyOf(tenant, importId));
  }

  /** Begins what an import still has to do, or goes on with it; nothing where it is done. Does not wait for the end. */
  carryOn(request: RequestContext, importId: string, after?: Position): void {
    const key = keyOf(request.tenant, importId);
    if (this.atWork.has(key)) return;
    const { tenant, actor, roles, now } = request;
    const context = { tenant, actor, roles, now, correlation: newId(), after };
    const work = this.workOn(context, importId)
      .catch((error: Error) => this.log.error(`Import ${importId} of ${tenant} was interrupted: ${error.message}`))
      .finally(() => this.atWork.delete(key));
    this.atWork.set(key, work);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    await Promise.all(this.atWork.values());
  }

  private async workOn(context: RequestContext, importId: string): Promise<void> {
    const state = known(await this.runner.state(accountImport, context.tenant, importId), importId);
    if (state.state === 'running') await this.import(context, importId, state);
    // An undo may have been asked for meanwhile.
    const now = known(await this.runner.state(accountImport, context.tenant, importId), importId);
    if (now.state === 'undoing') await this.undo(context, importId, now);
  }

  private async import(context: RequestContext, importId: string, { startedBy, reason, ...started }: Known) {
    const rows = await this.planned(context, started);
    const failures: Refusal[] = [];
    const due = rows.filter(({ kind }) => kind !== 'unchanged');
    const done = await this.eachOf(due, importId, context, async ({ row, accountId, code, facts }) => {
      const body = { importId, row, accountId, code, facts, reason };
      // The key of a row belongs to whoever began the import, whoever goes on with it.
      const own = { ...context, after: undefined, actor: startedBy, idempotencyKey: `import ${importId} ${row}` };
      await this.attempt(failures, row, code, this.runner.run(account, importRow, new ImportRow(own, accountId, body)));
    });
    if (!done) return;
    const body = { importId, failed: failures.length, failures: failures.slice(0, SHOWN) };
    const { position } = await this.runner.run(accountImport, finishImport, new FinishImport(context, importId, body));
    await this.shown(context, importId, position);
  }

  /** What is still to do: made again from what was kept, so that rows that are done read as unchanged. */
  private async planned(
    context: RequestContext,
    { sha256, fileName, mapping, bulk }: Pick<Known, 'sha256' | 'fileName' | 'mapping' | 'bulk'>,
  ): Promise<readonly PlannedRow[]> {
    const bytes = await this.files.get(context.tenant, sha256);
    if (!bytes) throw new Error('its file is not there.');
    const surroundings = await this.queries.surroundings(context);
    if (bulk) {
      const selected = JSON.parse(bytes.toString('utf8')) as string[];
      return planBulk(selected, bulk, new Map(surroundings.accounts.map((account) => [account.id, account]))).rows;
    }
    const table = await readTable(bytes, { fileName, limits: importLimits });
    return planImport(table, mapping, surroundings).rows;
  }

  private async undo(context: RequestContext, importId: string, { startedBy, undoReason, fileName, bulk }: Known) {
    const rows = await this.queries.notTakenBack(context, importId, context.after);
    const left: Refusal[] = [];
    const reason = `${bulk ? 'The change of many accounts' : `The import of ${fileName}`} was undone: ${undoReason}`;
    const done = await this.eachOf(rows, importId, context, async ({ row, accountId, kind, before, after }) => {
      const body = { importId, row, accountId, kind, before, after, reason };
      const own = { ...context, after: undefined, idempotencyKey: `undo ${importId} ${row} ${startedBy}` };
      const fields = Object.keys(after);
      let taken = fields.length;
      const command = new TakeBackRow(own, accountId, body);
      const result = this.runner.run(
        account,
        (state, asked: typeof body) => {
          const events = takeBackRow(state, asked);
          const [event] = events;
          taken = event?.type === 'portfolio.AccountDetailsChanged' ? Object.keys(event.data.to).length : fields.length;
          return events;
        },
        command,
      );
      await this.attempt(left, row, kind === 'create' ? '' : fields.join(', '), result);
      if (kind === 'change' && taken < fields.length) {
        left.push({ row, column: fields.join(', '), rule: 'some of the facts were changed since and stay.' });
      }
    });
    if (!done) return;
    const body = { importId, left: left.length, leftRows: left.slice(0, SHOWN) };
    const { position } = await this.runner.run(accountImport, finishUndo, new FinishUndo(context, importId, body));
    await this.shown(context, importId, position);
  }

  /** False where the work was broken off: the process ends, or an undo was asked for. */
  private async eachOf<Item>(
    items: readonly Item[],
    importId: string,
    { tenant }: RequestContext,
    work: (item: Item) => Promise<void>,
  ): Promise<boolean> {
    const began = (await this.stateOf(tenant, importId)).state;
    for (let from = 0; from < items.length; from += AT_ONCE) {
      if (this.closing || (await this.stateOf(tenant, importId)).state !== began) return false;
      await Promise.all(items.slice(from, from + AT_ONCE).map(work));
    }
    return true;
  }

  /** The work ends when its end can be read: who asks meanwhile must not think it was interrupted. */
  private async shown(context: RequestContext, importId: string, position?: Position): Promise<void> {
    await this.queries.one({ ...context, after: position }, importId);
  }

  private async stateOf(tenant: string, importId: string): Promise<Known> {
    return known(await this.runner.state(accountImport, tenant, importId), importId);
  }

  /** A refusal is told with its row; what the store could not take breaks the work off, to be resumed. */
  private async attempt(refusals: Refusal[], row: number, column: string, result: Promise<CommandResult>) {
    try {
      await result;
    } catch (error) {
      if (!(error instanceof Rejection) || error.status >= 500) throw error;
      refusals.push({ row, column, rule: error.message });
    }
  }
}

const keyOf = (tenant: string, importId: string) => `${tenant}\0${importId}`;
