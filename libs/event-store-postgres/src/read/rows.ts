import { type EventAsText, type EventMetadata, position, type RecordedEvent } from '@mainstay/event-sourcing';

/**
 * An event as one JSON text: parsed in one go, which is half the work of a column for each part and a JSON text in two
 * of them. A row of its own for each event, as a page of the largest events would be too long for one text.
 */
export const eventText = 'json_build_array(stream, tenant, version, event_id, type, data, meta, recorded, tx, pos)';

/** The text of an event, or null where an outer join found none. */
export type EventRow = [text: string];

type Parts = [
  stream: string,
  tenant: string,
  version: number,
  id: string,
  type: string,
  data: unknown,
  metadata: EventMetadata,
  recorded: string,
  tx: string,
  pos: number,
];

export function toEvent([text]: Readonly<EventRow>): RecordedEvent {
  const [stream, tenant, version, id, type, data, metadata, recorded, tx, pos] = JSON.parse(text) as Parts;
  return {
    id,
    tenant,
    stream,
    version,
    type,
    data,
    metadata,
    recorded: new Date(recorded),
    position: position(tx, pos),
  };
}

const recordedText = `to_char(recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const positionText = `lpad(to_hex(tx::text::bigint), 16, '0') || '.' || lpad(to_hex(pos), 16, '0')`;

/** `text` is what JSON.stringify makes of `toEvent`, but for the spaces that Postgres puts into JSON. */
export const asTextColumns = `
  event_id, tenant, type, ${recordedText}, ${positionText}, meta->>'schemaVersion', meta->>'correlation',
  concat('{"id":"', event_id, '","tenant":', to_json(tenant), ',"stream":', to_json(stream), ',"version":', version,
    ',"type":', to_json(type), ',"data":', data, ',"metadata":', meta, ',"recorded":"', ${recordedText},
    '","position":"', ${positionText}, '"}')`;

export type TextRow = [
  id: string,
  tenant: string,
  type: string,
  recorded: string,
  position: string,
  schemaVersion: string,
  correlation: string,
  text: string,
];

export function toEventAsText(row: Readonly<TextRow>): EventAsText {
  const [id, tenant, type, recorded, position, schemaVersion, correlation, text] = row;
  const metadata = { schemaVersion: Number(schemaVersion), correlation };
  return { id, tenant, type, recorded: new Date(recorded), position, metadata, text };
}

/** Leaves every column as the text it came as: each is read once, above. */
export const asText = { getTypeParser: () => (text: string) => text };

/** '2026-03-01 09:30:00.25+00', as Postgres writes a moment in UTC. */
export function parseMoment(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}
