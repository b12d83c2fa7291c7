import { ApiQuery, ApiResponse } from '@nestjs/swagger';

export const asAtParameter = ApiQuery({
  name: 'asAt',
  required: false,
  description: 'Read as recorded at this past moment.',
  schema: { type: 'string', format: 'date-time' },
});

export const commandHeaders = [
  { name: 'If-Match', required: false, description: 'ETag of the record as the client last saw it.' },
  { name: 'Idempotency-Key', required: false, description: 'The same key with the same request is carried out once.' },
];

export const commandResponse = {
  description: 'Carried out. ETag holds the version of the record; Position lets a query read this write.',
  headers: { ETag: { schema: { type: 'string' } }, Position: { schema: { type: 'string' } } },
  schema: {
    type: 'object',
    required: ['id', 'version', 'changed'],
    properties: { id: { type: 'string' }, version: { type: 'integer' }, changed: { type: 'boolean' } },
  },
};

/** RFC 9457. */
export const problemResponse = ApiResponse({
  status: 'default',
  description: 'Refused; nothing was changed.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['field', 'rule'],
              properties: { field: { type: 'string' }, rule: { type: 'string' } },
            },
          },
          requestId: { type: 'string' },
        },
      },
    },
  },
});
