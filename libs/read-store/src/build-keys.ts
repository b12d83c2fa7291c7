import type { ClientBase } from 'pg';
import { isPassing } from './connection';
import { type Pending, type ProjectionRun, ProjectionStopped } from './projection-run';
import type { AnyReadTable } from './table';
import { finishTables, keyOfTable } from './table-sql';

/** Keys and indexes of tables being built. A table is filled without its key until a row in it has to be found again. */
export class BuildKeys {
  private readonly keyed = new Set<AnyReadTable>();
  /** The lanes share one connection of the owner, and take turns on it. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly owner: ClientBase,
    private readonly inUse: boolean,
  ) {}

  /** What the changes need before they can be written. @throws ProjectionStopped where two rows have one key */
  async beforeWriting(run: ProjectionRun, pending: readonly Pending[]): Promise<void> {
    for (const { writer, changes } of pending) {
      if (!this.keyed.has(writer.table) && changes.wanted().length > 0) await this.makeKey(run, writer.table);
    }
  }

  /** @throws ProjectionStopped where two rows have one key */
  async finish(run: ProjectionRun): Promise<void> {
    for (const table of Object.values(run.projection.tables)) {
      if (!this.keyed.has(table)) await this.makeKey(run, table);
      await this.make(run, table, finishTables(table, run.schema, this.inUse));
    }
  }

  private async makeKey(run: ProjectionRun, table: AnyReadTable): Promise<void> {
    await this.make(run, table, keyOfTable(table, run.schema, this.inUse));
    this.keyed.add(table);
  }

  private async make(run: ProjectionRun, table: AnyReadTable, statements: readonly string[]): Promise<void> {
    try {
      for (const statement of statements) await this.inTurn(() => this.owner.query(statement));
    } catch (error) {
      if (isPassing(error)) throw error;
      throw new ProjectionStopped(run.projection, `writing ${table.name}`, error);
    }
  }

  private inTurn(work: () => Promise<unknown>): Promise<unknown> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
