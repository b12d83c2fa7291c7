import 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Demo loader of an embedded start only: the moment to record instead of now. */
    demoClock?: Date;
  }
  interface FastifyContextConfig {
    /** The body is a file, not JSON. */
    takesFile?: boolean;
  }
}
