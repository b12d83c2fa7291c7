import 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Demo loader of an embedded start only: the moment to record instead of now. */
    demoClock?: Date;
  }
}
