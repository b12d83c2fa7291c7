import { type RecordedEvent as StoredEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import {
  type Append,
  type AppendOutcome,
  appendTexts,
  assertAppendable,
  newId,
  type RecordedEvent,
  StoreUnavailable,
} from '@mainstay/event-sourcing';
import type { Connection } from './connection';
import { answered } from './errors';
import { type EventIds, reusedId } from './event-ids';
import type { Names } from './names';
import { lastOf, readFrom } from './reading';
import { type Attempt, fromStored, metadataOf, revisionAt, toStored } from './stored-event';

/** How often others may be first at a stream before an append that expects no version is given up. */
const TRIES = 100;

/**
 * Appends with an exact revision, always: EventStoreDB then writes once or says that others have. Appends of this process
 * to one stream wait for each other, so that only those of other processes can get in between.
 */
export class Appending {
  private readonly turns = new Map<string, Promise<unknown>>();
  private closing = false;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly ids: EventIds,
    private readonly options: { readonly allowBackdating: boolean },
  ) {}

  async append(request: Append): Promise<AppendOutcome> {
    if (this.closing) throw new StoreUnavailable('store.closed', 'The event store is closing.');
    assertAppendable(request, this.options);
    appendTexts(request.events);
    const name = this.names.stream(request.tenant, request.stream);
    const turn = (this.turns.get(name) ?? Promise.resolve()).then(() => this.record(name, request));
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.turns.set(name, over);
    try {
      return await turn;
    } finally {
      if (this.turns.get(name) === over) this.turns.delete(name);
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.turns.values());
  }

  private async record(name: string, request: Append): Promise<AppendOutcome> {
    const { expectedVersion, events } = request;
    for (let tries = 0; tries < TRIES; tries++) {
      const last = await lastOf(this.connection, name);
      const version = last ? Number(last.revision) + 1 : 0;
      const fits = expectedVersion === 'any' || expectedVersion === version;
      const from = fits ? await this.ids.claim(request, version + 1) : await this.ids.claimed(request);
      const earlier = from === undefined ? undefined : await this.repeated(name, request, from);
      if (earlier) return outcome(earlier, true);
      if (!fits) return { status: 'conflict', version };
      const attempt = this.attempt(request, last);
      if (!(await this.write(name, request, version, attempt))) continue;
      const [written] = (await readFrom(this.connection, name, version + events.length)) as [StoredEvent];
      // EventStoreDB says yes also to a repeat of what another process has just written.
      return outcome(fromStored(written, this.names), metadataOf(written).attempt !== attempt.attempt);
    }
    throw new StoreUnavailable('store.record-locked', 'Others keep writing to this record. Try again in a moment.');
  }

  /** The last event of an earlier append of these events; refuses ids that stand otherwise. */
  private async repeated(name: string, { events }: Append, from: number): Promise<RecordedEvent | undefined> {
    const wanted = events.map(({ id }) => id.toLowerCase());
    const stored = await readFrom(this.connection, name, from);
    const places = new Map(stored.map((event, index) => [event.id.toLowerCase(), index]));
    const found = wanted.map((id) => places.get(id));
    if (found.every((place) => place === undefined)) return undefined;
    if (!found.every((place, index) => place === found[0]! + index)) throw reusedId();
    return fromStored(stored[found.at(-1)!]!, this.names);
  }

  private attempt({ tenant, recordedAt }: Append, last: StoredEvent | undefined): Attempt {
    const before = last && fromStored(last, this.names).recorded;
    const recorded = recordedAt && (before && before > recordedAt ? before : recordedAt);
    return { tenant, attempt: newId(), notBefore: before?.toISOString(), recorded: recorded?.toISOString() };
  }

  /** False when others have written to the stream in the meantime. */
  private async write(name: string, { events }: Append, version: number, attempt: Attempt): Promise<boolean> {
    const { client, credentials, deadline } = this.connection;
    const stored = events.map((event) => toStored(event, attempt));
    const options = { expectedRevision: revisionAt(version), credentials, deadline, requiresLeader: true };
    try {
      await answered(() => client.appendToStream(name, stored, options));
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return false;
      throw error;
    }
  }
}

const outcome = ({ version, position, recorded }: RecordedEvent, repeated: boolean): AppendOutcome => ({
  status: 'recorded',
  version,
  position,
  recorded,
  repeated,
});
