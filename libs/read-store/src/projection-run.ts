import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { ClientBase } from 'pg';
import { ImpossibleChange, TableChanges } from './changes';
import { isPassing } from './connection';
import type { EventReader } from './event-reader';
import type { Projection, RowsOf, Tables } from './projection';
import { TableWriter } from './table-writer';

/** A projection cannot go on. Its message names the event, or the table, and what is wrong. */
export class ProjectionStopped extends Error {
  constructor(projection: Projection, where: string, cause: unknown) {
    const { message, detail } = cause as { message: string; detail?: string };
    super(`Projection ${projection.name} stopped ${where}: ${message}${detail ? ` (${detail})` : ''}`, { cause });
    this.name = 'ProjectionStopped';
  }
}

export interface Pending {
  readonly writer: TableWriter;
  readonly changes: TableChanges;
}

/** Applies batches of events to the tables of one projection, in the schema given. */
export class ProjectionRun {
  /** Set while its tables are being filled and no policy guards them yet. */
  bulk = false;
  private skipped: ReadonlySet<string> = new Set();
  private readonly writers: readonly { readonly name: string; readonly writer: TableWriter }[];

  constructor(
    readonly projection: Projection,
    readonly schema: string,
    private readonly reader: EventReader,
  ) {
    this.writers = Object.entries(projection.tables).map(([name, table]) => ({
      name,
      writer: new TableWriter(table, schema),
    }));
  }

  /** Events that an operator decided to pass over, by projection. */
  skip(skips: ReadonlyMap<string, ReadonlySet<string>>): void {
    this.skipped = skips.get(this.projection.name) ?? new Set();
  }

  /**
   * What the events do to the tables; those untouched are left out.
   * @throws ProjectionStopped
   */
  handle(events: readonly RecordedEvent[], stamps: readonly number[]): Pending[] {
    const { on, all } = this.projection;
    const pending = this.writers.map(({ name, writer }) => ({ name, writer, changes: new TableChanges(writer.table) }));
    const rows = Object.fromEntries(pending.map(({ name, changes }) => [name, changes])) as unknown as RowsOf<Tables>;
    const { skipped } = this;
    for (const [index, event] of events.entries()) {
      if (skipped.size > 0 && skipped.has(event.id)) continue;
      try {
        const handler = on.get(event.type);
        if (!handler && !all) {
          this.reader.assertDeclared(event);
          continue;
        }
        const present = this.reader.read(event);
        for (const { changes } of pending) changes.at(present, stamps[index]!);
        all?.(present, rows);
        handler?.(present, rows);
      } catch (error) {
        throw new ProjectionStopped(this.projection, at(event), error);
      }
    }
    return pending.filter(({ changes }) => !changes.isEmpty);
  }

  /** @throws ProjectionStopped; errors of a database that is busy or lost are passed on */
  async write(client: ClientBase, pending: readonly Pending[]): Promise<void> {
    for (const { writer, changes } of pending) {
      try {
        await writer.settle(client, changes);
        await writer.write(client, changes, this.bulk);
      } catch (error) {
        if (error instanceof ImpossibleChange) throw new ProjectionStopped(this.projection, at(changes.event), error);
        if (isPassing(error)) throw error;
        throw new ProjectionStopped(this.projection, `writing ${writer.table.name}`, error);
      }
    }
  }
}

const at = ({ id, type, stream, version }: RecordedEvent) => `at event ${id} (${type}, ${stream} version ${version})`;
