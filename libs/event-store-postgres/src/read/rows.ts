import { type EventMetadata, position, type RecordedEvent } from '@mainstay/event-sourcing';

/** Columns in this order; as arrays, because a feed of millions of events has no time for an object per row twice. */
export const eventColumns = 'tenant, stream, version, event_id, type, data, meta, recorded, tx, pos';

export type EventRow = [
  tenant: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  data: string,
  meta: string,
  recorded: string,
  tx: string,
  pos: string,
];

export function toEvent(row: EventRow): RecordedEvent {
  return {
    id: row[3],
    tenant: row[0],
    stream: row[1],
    version: Number(row[2]),
    type: row[4],
    data: JSON.parse(row[5]) as unknown,
    metadata: JSON.parse(row[6]) as EventMetadata,
    recorded: parseMoment(row[7]),
    position: position(row[8], row[9]),
  };
}

/** Leaves every column as the text it came as: each is read once, above. */
export const asText = { getTypeParser: () => (text: string) => text };

/** '2026-03-01 09:30:00.25+00', as Postgres writes a moment in UTC. */
export function parseMoment(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}
