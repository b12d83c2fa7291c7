import { type EventAsText, isPosition, type Position, type RecordedEvent } from '@mainstay/event-sourcing';

/** The one topic of the product's events; a change of form that readers cannot follow gets a new name. */
export const EVENTS_TOPIC = 'mainstay.events.v1';

/** The header `type` of a control record; no event type begins like this. */
export const WATERMARK_TYPE = 'mainstay.Watermark';

/** A message as it is sent. */
export interface MessageToSend {
  readonly key: string | null;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as Kafka clients hand it over. */
export interface ReceivedMessage {
  readonly key?: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers?: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
}

/** What the headers tell, without a look at the value. */
export type Envelope =
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly tenant: string;
      readonly type: string;
      readonly schemaVersion: number;
      readonly position: Position;
      readonly correlation: string;
    }
  /** All events up to `position`, of every tenant whose key leads to this partition, stand before this record. */
  | { readonly kind: 'watermark'; readonly position: Position };

export class UnreadableMessage extends Error {
  constructor(reason: string) {
    super(`The message cannot be read: ${reason}.`);
    this.name = 'UnreadableMessage';
  }
}

/** Key: the tenant, so that its events stay in order. Value: the recorded event as JSON. */
export function toMessage({ id, tenant, type, metadata, position, text }: EventAsText): MessageToSend {
  return {
    key: tenant,
    value: text,
    headers: {
      id,
      type,
      'schema-version': String(metadata.schemaVersion),
      position,
      tenant,
      correlation: metadata.correlation,
    },
  };
}

/** Of a store that has its events in another form. */
export function asText({
  id,
  tenant,
  stream,
  version,
  type,
  data,
  metadata,
  recorded,
  position,
}: RecordedEvent): EventAsText {
  const moment = recorded.toISOString(); // a third faster than leaving it to JSON
  const text = JSON.stringify({ id, tenant, stream, version, type, data, metadata, recorded: moment, position });
  return { id, tenant, type, recorded, position, metadata, text };
}

/** Says in a partition how far it is complete; has no key and no tenant. */
export function watermarkMessage(position: Position): MessageToSend {
  return { key: null, value: JSON.stringify({ position }), headers: { type: WATERMARK_TYPE, position } };
}

/** @throws UnreadableMessage when a header is missing or malformed */
export function envelopeOf({ headers = {} }: ReceivedMessage): Envelope {
  const header = (name: string) => {
    const value = headers[name];
    const one = Array.isArray(value) ? value[0] : value;
    if (one === undefined) throw new UnreadableMessage(`the header ${name} is missing`);
    return typeof one === 'string' ? one : one.toString('utf8');
  };
  const type = header('type');
  const position = header('position');
  if (!isPosition(position)) throw new UnreadableMessage('the header position holds no position');
  if (type === WATERMARK_TYPE) return { kind: 'watermark', position };
  const schemaVersion = Number(header('schema-version'));
  if (!Number.isInteger(schemaVersion)) throw new UnreadableMessage('the header schema-version holds no whole number');
  return {
    kind: 'event',
    id: header('id'),
    tenant: header('tenant'),
    type,
    schemaVersion,
    position,
    correlation: header('correlation'),
  };
}

/**
 * The event that was sent. The payload is as recorded: `upcast` brings it to the present schema version.
 * @throws UnreadableMessage for a control record, or a value that is no recorded event
 */
export function fromMessage(message: ReceivedMessage): RecordedEvent {
  const envelope = envelopeOf(message);
  if (envelope.kind !== 'event') throw new UnreadableMessage('it is a watermark');
  const value = parsed(message.value);
  const recorded = new Date(value.recorded);
  const { id, tenant, position, type } = envelope;
  const same = value.id === id && value.tenant === tenant && value.position === position && value.type === type;
  if (!same) throw new UnreadableMessage('its headers speak of another event than its value');
  if (Number.isNaN(recorded.getTime())) throw new UnreadableMessage('recorded holds no moment');
  return { ...value, recorded };
}

type Value = Omit<RecordedEvent, 'recorded'> & { readonly recorded: string };

function parsed(value: Buffer | string | null): Value {
  try {
    const event = JSON.parse(String(value)) as Value | null;
    if (typeof event === 'object' && event !== null) return event;
  } catch {
    throw new UnreadableMessage('its value is no JSON');
  }
  throw new UnreadableMessage('its value is no event');
}
