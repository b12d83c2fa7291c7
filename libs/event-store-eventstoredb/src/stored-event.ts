import {
  type AppendExpectedRevision,
  type EventData,
  jsonEvent,
  type JSONType,
  type RecordedEvent as StoredEvent,
} from '@eventstore/db-client';
import {
  type EventMetadata,
  type EventToAppend,
  type Position,
  position,
  positionParts,
  type RecordedEvent,
  START,
} from '@mainstay/event-sourcing';
import type { Names } from './names';

/** What stands in an event's metadata in EventStoreDB. */
interface StoredMetadata {
  readonly tenant: string;
  /** Which append wrote it: EventStoreDB answers a repeat as if it had written, and this tells. */
  readonly attempt: string;
  /** Not to be shown as recorded before this moment, that of the event before it (ISO). */
  readonly notBefore?: string;
  /** The moment given by who appended, in a store opened for backdating or an import (ISO). */
  readonly recorded?: string;
  readonly envelope: EventMetadata;
}

export type Attempt = Omit<StoredMetadata, 'envelope'>;

export const toStored = ({ id, type, data, metadata }: EventToAppend, attempt: Attempt): EventData =>
  jsonEvent({
    id: id.toLowerCase(),
    type,
    data: data as JSONType,
    metadata: { ...attempt, envelope: metadata } as unknown as Record<string, JSONType>,
  });

export const metadataOf = (event: StoredEvent) => event.metadata as unknown as StoredMetadata;

export function fromStored(event: StoredEvent, names: Names): RecordedEvent {
  const { tenant, stream } = names.parse(event.streamId);
  const metadata = metadataOf(event);
  if (metadata?.tenant !== tenant) {
    throw new Error(`Event ${event.id} in ${event.streamId} was not written by Mainstay: its metadata says otherwise.`);
  }
  const moment = metadata.recorded ? new Date(metadata.recorded) : event.created;
  const notBefore = metadata.notBefore ? new Date(metadata.notBefore) : moment;
  return {
    id: event.id.toLowerCase(),
    tenant,
    stream,
    version: Number(event.revision) + 1,
    type: event.type,
    data: event.data,
    metadata: metadata.envelope,
    recorded: notBefore > moment ? notBefore : moment,
    position: placeOf(event),
  };
}

export function placeOf(event: StoredEvent): Position {
  if (!event.position) {
    throw new Error('EventStoreDB gave an event without its position: version 22.6 or later is needed.');
  }
  return position(event.position.commit, event.position.prepare);
}

/** Where EventStoreDB is to go on reading. */
export function fromPlace(at: Position): 'start' | { commit: bigint; prepare: bigint } {
  if (at === START) return 'start';
  const { major, minor } = positionParts(at);
  return { commit: major, prepare: minor };
}

/** The revision of a stream at a version: EventStoreDB counts from 0. */
export const revisionAt = (version: number): AppendExpectedRevision =>
  version === 0 ? 'no_stream' : BigInt(version - 1);
