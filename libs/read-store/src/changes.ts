import type { RecordedEvent } from '@mainstay/event-sourcing';
import type { AnyReadTable } from './table';

export type Row = Readonly<Record<string, unknown>>;

/** A row as it reads from `recorded` (ms) on. */
export interface Version {
  readonly tenant: string;
  readonly row: Row;
  readonly recorded: number;
}
export interface PastVersion extends Version {
  readonly superseded: number;
}
export interface ChangedVersion extends Version {
  /** When the row in the table ceases to hold: the first change of it in this batch. */
  readonly ends: number;
}

interface RowState {
  readonly tenant: string;
  readonly key: Row;
  row?: Row;
  recorded: number;
  /** Set once a row that stands in the table was changed. */
  ends?: number;
  stored: boolean;
  /** Changes that wait until the row has been read from the table; absent when its state is known. */
  waiting?: Change[];
}
interface Change {
  readonly next: (row: Row | undefined) => Row;
  readonly event: RecordedEvent;
  readonly recorded: number;
}

/** A change that cannot be made to the row as it is. */
export class ImpossibleChange extends Error {}

/** What a batch of events does to one table: folded in memory, so that each row is written once. */
export class TableChanges {
  /** The event at hand, and the moment to stamp on what it changes (ms). */
  event!: RecordedEvent;
  private recorded = 0;
  readonly past: PastVersion[] = [];
  private readonly states = new Map<string, RowState>();

  constructor(private readonly table: AnyReadTable) {}

  get isEmpty(): boolean {
    return this.states.size === 0;
  }

  at(event: RecordedEvent, recorded: number): void {
    this.event = event;
    this.recorded = recorded;
  }

  insert(row: Row): void {
    const id = this.idOf(row);
    if (this.states.has(id)) {
      throw new ImpossibleChange(`the row ${this.describe(row)} of ${this.table.name} exists already`);
    }
    this.states.set(id, { tenant: this.event.tenant, key: row, row, recorded: this.recorded, stored: false });
  }

  update(key: Row, change: Row | ((row: Row) => Row)): void {
    this.change(key, (row) => {
      if (!row) throw new ImpossibleChange(`there is no row ${this.describe(key)} in ${this.table.name} to update`);
      return this.merged(row, typeof change === 'function' ? change(row) : change);
    });
  }

  put(row: Row): void {
    this.change(row, () => row);
  }

  upsert(key: Row, next: (row: Row | undefined) => Row): void {
    this.change(key, next);
  }

  /** Keys of rows that must be read before `settle`. */
  wanted(): { tenant: string; key: Row }[] {
    return [...this.states.values()].filter((state) => state.waiting);
  }

  /** Makes the changes that waited, given the rows that were found in the table. */
  settle(found: readonly Version[]): void {
    for (const { tenant, row, recorded } of found) {
      const state = this.states.get(this.idOf(row, tenant))!;
      Object.assign(state, { row, recorded, stored: true });
    }
    for (const state of this.states.values()) {
      const waiting = state.waiting;
      if (!waiting) continue;
      state.waiting = undefined;
      for (const { next, event, recorded } of waiting) {
        this.at(event, recorded);
        try {
          this.apply(state, next);
        } catch (error) {
          throw new ImpossibleChange((error as Error).message, { cause: error });
        }
      }
    }
  }

  /** Rows to insert, and rows that stand in the table and read differently now. */
  outcome(): { fresh: Version[]; changed: ChangedVersion[] } {
    const fresh: Version[] = [];
    const changed: ChangedVersion[] = [];
    for (const state of this.states.values()) {
      if (state.stored) changed.push(state as ChangedVersion);
      else fresh.push(state as Version);
    }
    return { fresh, changed };
  }

  private change(key: Row, next: Change['next']): void {
    const id = this.idOf(key);
    const state = this.states.get(id);
    if (!state) {
      const waiting = [{ next, event: this.event, recorded: this.recorded }];
      this.states.set(id, { tenant: this.event.tenant, key, recorded: this.recorded, stored: false, waiting });
    } else if (state.waiting) state.waiting.push({ next, event: this.event, recorded: this.recorded });
    else this.apply(state, next);
  }

  private apply(state: RowState, next: Change['next']): void {
    const row = next(state.row);
    for (const property of this.table.key) {
      if (row[property] !== state.key[property]) {
        throw new ImpossibleChange(`the row ${this.describe(state.key)} of ${this.table.name} may not change its key`);
      }
    }
    if (state.stored && state.ends === undefined) state.ends = this.recorded;
    else if (state.row && state.recorded < this.recorded) {
      this.past.push({ tenant: state.tenant, row: state.row, recorded: state.recorded, superseded: this.recorded });
    }
    state.row = row;
    state.recorded = this.recorded;
  }

  private merged(row: Row, change: Row): Row {
    const merged: Record<string, unknown> = { ...row };
    for (const [property, value] of Object.entries(change)) if (value !== undefined) merged[property] = value;
    return merged;
  }

  private idOf(row: Row, tenant = this.event.tenant): string {
    let id = tenant;
    for (const property of this.table.key) id += `\0${String(row[property])}`;
    return id;
  }

  private describe(row: Row): string {
    return this.table.key.map((property) => `${property} ${String(row[property])}`).join(', ');
  }
}
