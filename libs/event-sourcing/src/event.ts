/** What a decision produces: something that happened in the business, before the store has recorded it. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** Business date (ISO yyyy-mm-dd) where it differs from the moment of recording. */
  readonly effectiveOn?: string;
}

/**
 * Place in the one global feed. Opaque to clients; its strings sort in feed order.
 * `START` is before every event.
 */
export type Position = string;
export const START: Position = `${'0'.repeat(16)}.${'0'.repeat(16)}`;

/** Builds a position from two counters (Postgres: transaction and identity; EventStoreDB: commit and prepare). */
export function position(major: bigint | number | string, minor: bigint | number | string): Position {
  return `${hex(major)}.${hex(minor)}`;
}

/** Counters of up to 15 digits fit a number, which is much faster than a bigint. */
const hex = (value: bigint | number | string) =>
  (typeof value === 'string' && value.length > 15 ? BigInt(value) : typeof value === 'string' ? Number(value) : value)
    .toString(16)
    .padStart(16, '0');

export function positionParts(at: Position): { major: bigint; minor: bigint } {
  const [major, minor] = at.split('.') as [string, string];
  return { major: BigInt(`0x${major}`), minor: BigInt(`0x${minor}`) };
}

export function isPosition(text: string): boolean {
  return /^[0-9a-f]{16}\.[0-9a-f]{16}$/.test(text);
}

/** Who and what stands behind an event. People appear by their stable id only, never by name. */
export interface EventMetadata {
  readonly schemaVersion: number;
  readonly effectiveOn?: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlation: string;
  readonly causation?: string;
  /** Fingerprint of the request that used this event's idempotency key. */
  readonly request?: string;
}

export interface EventToAppend {
  /** UUID; a repeat of it in the same stream is recognised as the same append. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly tenant: string;
  readonly stream: string;
  /** 1 for the first event of a stream. */
  readonly version: number;
  readonly type: Type;
  readonly data: Data;
  readonly metadata: EventMetadata;
  /** When the system learned it; written by the store. */
  readonly recorded: Date;
  readonly position: Position;
}

/** The recorded form of each member of a union of domain events. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent<infer T, infer D> ? RecordedEvent<T, D> : never;
