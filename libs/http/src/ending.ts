import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem';

/**
 * From when the server closes, what still comes on open connections is refused like everything that passes: 503, problem
 * JSON, Retry-After. What had begun is finished. The server must be made with `return503OnClosing: false`, since its own
 * answer says neither.
 */
export function refuseWhileClosing(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', async () => void (closing = true));
  fastify.addHook('onRequest', async (request, reply) => {
    if (closing) return sendProblem(request, reply.header('Retry-After', '1'), ENDING);
  });
}

const ENDING = {
  status: 503,
  code: 'server.ending',
  title: 'The server is ending; nothing was changed. Try again in a moment.',
};
