import type { CommandResult } from '@mainstay/event-sourcing';
import type { FastifyInstance } from 'fastify';

const isCommandResult = (payload: object): payload is CommandResult =>
  'changed' in payload && 'version' in payload && 'id' in payload;

/** Commands answer with ETag and Position; a record that carries its version gets an ETag. */
export function setRecordHeaders(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', async (_request, reply, payload) => {
    if (payload === null || typeof payload !== 'object') return payload;
    if ('version' in payload && Number.isInteger(payload.version)) reply.header('ETag', `"${payload.version}"`);
    if (!isCommandResult(payload)) return payload;
    if (payload.position) reply.header('Position', payload.position);
    return { id: payload.id, version: payload.version, changed: payload.changed };
  });
}
