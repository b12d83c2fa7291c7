import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@mainstay/event-sourcing';
import { z } from 'zod';

// An export is lines of JSON: one manifest, the events in the order of the feed, keys, files, one closing line.

export const manifest = z.object({
  mainstay: z.literal('events'),
  format: z.literal(1),
  /** Null: of all tenants. */
  tenant: z.string().nullable(),
  exported: z.iso.datetime(),
  /** What comes along beside events. */
  with: z.object({ keys: z.boolean(), files: z.boolean() }),
});
export type Manifest = z.infer<typeof manifest>;

const text = z.string().min(1);

export const content = z.union([
  z.object({
    event: z.object({
      id: z.uuid(),
      tenant: text,
      stream: text,
      version: z.int().min(1),
      type: text,
      data: z.unknown(),
      metadata: z.looseObject({ schemaVersion: z.int(), actor: z.string(), correlation: z.string() }),
      recorded: z.iso.datetime(),
    }),
  }),
  z.object({ key: z.object({ tenant: text, subject: text, id: text, wrapped: z.base64() }) }),
  z.object({ file: z.object({ tenant: text, sha256: text, bytes: z.base64() }) }),
]);
export type Content = z.infer<typeof content>;
export type TransferredEvent = Extract<Content, { event: unknown }>['event'];

const count = z.int().min(0);
export const counts = z.object({ events: count, keys: count, files: count });
export type Counts = z.infer<typeof counts>;

export const closing = z.object({
  end: counts,
  /** Of all bytes before this line, in hexadecimal. */
  sha256: z.string(),
});
export type Closing = z.infer<typeof closing>;

export const kindOf = (line: Content): keyof Counts => ('event' in line ? 'events' : 'key' in line ? 'keys' : 'files');

export const lineOf = (value: Manifest | Content | Closing) => `${JSON.stringify(value)}\n`;

export const toTransferred = (event: RecordedEvent): TransferredEvent => ({
  id: event.id,
  tenant: event.tenant,
  stream: event.stream,
  version: event.version,
  type: event.type,
  data: event.data,
  metadata: event.metadata as unknown as TransferredEvent['metadata'],
  recorded: event.recorded.toISOString(),
});

/** What the events of each tenant are, one after another; where they stand in the feed is not part of it. */
export class Fingerprints {
  private readonly hashes = new Map<string, ReturnType<typeof createHash>>();

  add(event: TransferredEvent): void {
    const hash = this.hashes.get(event.tenant) ?? createHash('sha256');
    this.hashes.set(event.tenant, hash);
    hash.update(`${JSON.stringify(sorted(event))}\n`);
  }

  /** Ends the adding. */
  byTenant(): Map<string, string> {
    return new Map([...this.hashes].map(([tenant, hash]) => [tenant, hash.digest('hex')]));
  }
}

/** PostgreSQL keeps the members of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return members.map(([name, member]) => [name, sorted(member)]);
}
