import { EVENTS_TOPIC, WATERMARK_TYPE } from '@mainstay/messaging-kafka';
import { events } from '@mainstay/product';
import type { ZodType } from 'zod';
import { dataSchema } from './data-schema';
import { envelopeSchemas } from './envelope';

interface Declared {
  readonly schema: ZodType;
  readonly version?: number;
}

/** Every event type of the product, by its name. */
const declared = (): [type: string, Declared][] =>
  events.flatMap((types) => Object.entries<Declared>(types)).sort(([one], [other]) => (one < other ? -1 : 1));

/** 'portfolio.AccountRecategorised' as 'Account recategorised'. */
function titleOf(type: string): string {
  const words = type.slice(type.indexOf('.') + 1).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words;
}

const json = { contentType: 'application/json' };

const eventMessage = (type: string, { schema, version = 1 }: Declared) => ({
  name: type,
  title: titleOf(type),
  ...json,
  tags: [{ name: type.slice(0, type.indexOf('.')) }],
  headers: {
    allOf: [
      { $ref: '#/components/schemas/EventHeaders' },
      { properties: { type: { const: type }, 'schema-version': { const: String(version) } } },
    ],
  },
  payload: {
    allOf: [
      { $ref: '#/components/schemas/RecordedEvent' },
      {
        properties: {
          type: { const: type },
          metadata: { properties: { schemaVersion: { const: version } } },
          data: dataSchema(schema),
        },
      },
    ],
  },
  bindings: { kafka: { key: { type: 'string', description: 'The tenant.' }, bindingVersion: '0.5.0' } },
});

const watermark = {
  name: WATERMARK_TYPE,
  title: 'Watermark',
  summary:
    'A control record, no event: every event up to `position`, of all tenants of this partition, stands before it. It has no key. Readers that do not need it pass over it.',
  ...json,
  headers: {
    type: 'object',
    required: ['type', 'position'],
    properties: { type: { const: WATERMARK_TYPE }, position: { $ref: '#/components/schemas/Position' } },
  },
  payload: {
    type: 'object',
    required: ['position'],
    properties: { position: { $ref: '#/components/schemas/Position' } },
  },
};

/** The AsyncAPI 3 document of what the product publishes; docs/events/asyncapi.json is written from it. */
export function asyncApiDocument() {
  const messages: Record<string, object> = { [WATERMARK_TYPE]: watermark };
  for (const [type, definition] of declared()) messages[type] = eventMessage(type, definition);
  const names = Object.keys(messages);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Mainstay: events of the key account management programme',
      version: '1.0.0',
      description:
        'Everything that was decided or recorded in the programmes of all tenants, in order, each event at least once. How to read it: docs/events/README.md.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: json.contentType,
    channels: {
      events: {
        address: EVENTS_TOPIC,
        title: 'All events',
        description:
          'Keyed by tenant: the events of a tenant are in one partition, in the order in which they were recorded.',
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
        bindings: {
          kafka: {
            topic: EVENTS_TOPIC,
            topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1, 'retention.bytes': -1 },
            bindingVersion: '0.5.0',
          },
        },
      },
    },
    operations: {
      publishEvents: {
        action: 'send',
        title: 'Publish what was recorded',
        channel: { $ref: '#/channels/events' },
        description: 'In transactions: read with isolation level `read_committed`.',
      },
    },
    components: { schemas: envelopeSchemas, messages },
  };
}
