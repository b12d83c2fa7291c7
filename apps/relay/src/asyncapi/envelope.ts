/** What stands around the data of every event: JSON Schemas of the message's value and headers. */

const position = {
  type: 'string',
  pattern: '^[0-9a-f]{16}\\.[0-9a-f]{16}$',
  description:
    'Place in the one order of all events. Its texts sort in that order. Within a tenant each event stands after the one before; a repeat has the position it had.',
};

const metadata = {
  type: 'object',
  description: 'Who and what stands behind the event.',
  required: ['schemaVersion', 'actor', 'correlation'],
  properties: {
    schemaVersion: { type: 'integer', minimum: 1, description: 'Version of the form of `data`.' },
    effectiveOn: {
      type: 'string',
      format: 'date',
      description: 'The day from which it holds in the business, where that is not the day on which it was recorded.',
    },
    actor: { type: 'string', description: 'Stable id of the person who decided; never a name.' },
    onBehalfOf: { type: 'string', description: 'Stable id of the person for whom the actor acted.' },
    correlation: { type: 'string', description: 'The same for everything that one request brought about.' },
    causation: { type: 'string', description: 'Id of the event that this one follows from.' },
    request: { type: 'string', description: 'Fingerprint of the request, by which a repeat of it is recognised.' },
  },
};

export const envelopeSchemas = {
  Position: position,
  Metadata: metadata,
  RecordedEvent: {
    type: 'object',
    required: ['id', 'tenant', 'stream', 'version', 'type', 'data', 'metadata', 'recorded', 'position'],
    properties: {
      id: { type: 'string', format: 'uuid', description: 'Id of the event; a repeat has the same.' },
      tenant: { type: 'string', description: 'The enterprise whose event it is; the key of the message.' },
      stream: { type: 'string', description: 'The record that changed, with its tenant.' },
      version: { type: 'integer', minimum: 1, description: 'Counts the events of the stream, from 1, without a gap.' },
      type: { type: 'string' },
      data: { description: 'What happened; its form follows from `type` and `metadata.schemaVersion`.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      recorded: { type: 'string', format: 'date-time', description: 'When the system learned it (UTC).' },
      position: { $ref: '#/components/schemas/Position' },
    },
  },
  EventHeaders: {
    type: 'object',
    required: ['id', 'type', 'schema-version', 'position', 'tenant', 'correlation'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      type: { type: 'string' },
      'schema-version': { type: 'string', pattern: '^[1-9][0-9]*$' },
      position: { $ref: '#/components/schemas/Position' },
      tenant: { type: 'string' },
      correlation: { type: 'string' },
    },
  },
};
