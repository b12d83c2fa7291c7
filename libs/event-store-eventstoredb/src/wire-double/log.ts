/** An event as the log of the double keeps it. */
export interface LogEvent {
  readonly stream: string;
  /** From 0, in its stream. */
  readonly revision: number;
  /** Commit and prepare position: where in the log it begins, in bytes. */
  readonly position: bigint;
  readonly id: string;
  readonly data: Uint8Array;
  readonly customMetadata: Uint8Array;
  /** `type`, `content-type`. */
  readonly properties: ReadonlyMap<string, string>;
  /** In 100 nanoseconds since 1970. */
  readonly created: bigint;
}

export type Proposed = Pick<LogEvent, 'id' | 'data' | 'customMetadata' | 'properties'>;

/** A revision, or what EventStoreDB calls no stream, stream exists, any. */
export type Expected = number | 'no-stream' | 'exists' | 'any';

export type Written =
  | { readonly ok: true; readonly last: LogEvent }
  /** `current` -1: there is no such stream. */
  | { readonly ok: false; readonly current: number };

/** What a record takes in the log beside its name and payload; any size makes positions grow by more than one. */
const OVERHEAD = 96;

/** The transaction log of one server, in memory, with the rules of EventStoreDB for expected revisions and repeats. */
export class Log {
  /** In the order of `$all`. */
  readonly all: LogEvent[] = [];
  private readonly streams = new Map<string, LogEvent[]>();
  private readonly watchers = new Set<() => void>();
  private end = 0n;

  constructor(private readonly now: () => number = Date.now) {
    this.system('$settings');
  }

  stream(name: string): readonly LogEvent[] | undefined {
    return this.streams.get(name);
  }

  /** An event of the server's own, such as its statistics. */
  system(stream: string): void {
    const properties = new Map([
      ['type', '$statsCollected'],
      ['content-type', 'application/json'],
    ]);
    const empty = Buffer.from('{}');
    this.add(stream, { id: crypto.randomUUID(), data: empty, customMetadata: empty, properties });
  }

  write(name: string, expected: Expected, events: readonly Proposed[]): Written {
    const stream = this.streams.get(name) ?? [];
    const current = stream.length - 1;
    const repeated = this.repeated(stream, expected, events);
    if (repeated) return { ok: true, last: repeated };
    if (expected === 'no-stream' ? current >= 0 : expected === 'exists' ? current < 0 : false) {
      return { ok: false, current };
    }
    if (typeof expected === 'number' && expected !== current) return { ok: false, current };
    for (const event of events) this.add(name, event);
    for (const watcher of this.watchers) watcher();
    return { ok: true, last: this.streams.get(name)!.at(-1)! };
  }

  /** Called after each write until the function returned is. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Index in `all` of the first event after a position. */
  after(position: bigint): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last of events that stand already just where the expected revision would put them; with `any`, in the stream. */
  private repeated(stream: readonly LogEvent[], expected: Expected, events: readonly Proposed[]): LogEvent | undefined {
    const first = events[0];
    if (!first) return undefined;
    const start =
      typeof expected === 'number'
        ? expected + 1
        : expected === 'no-stream'
          ? 0
          : stream.findIndex(({ id }) => id === first.id);
    if (start < 0 || start >= stream.length) return undefined;
    const same = events.every(({ id }, index) => stream[start + index]?.id === id);
    return same ? stream[start + events.length - 1] : undefined;
  }

  private add(name: string, event: Proposed): void {
    const stream = this.streams.get(name) ?? [];
    this.streams.set(name, stream);
    const added: LogEvent = {
      ...event,
      id: event.id.toLowerCase(),
      stream: name,
      revision: stream.length,
      position: this.end,
      created: BigInt(this.now()) * 10_000n,
    };
    stream.push(added);
    this.all.push(added);
    this.end += BigInt(OVERHEAD + name.length + event.data.length + event.customMetadata.length);
  }
}
