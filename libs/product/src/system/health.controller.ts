import { Controller, Inject, Res } from '@nestjs/common';
import { Endpoint } from '@mainstay/http';
import { TokenVerifier } from '@mainstay/identity';
import type { FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import { METRICS } from '../platform.module';
import { READ_MODELS, type ReadModels, type ReadModelsState } from './read-models';
import { START_STATE, type StartState } from './start-state';

const Ready = z.object({
  ready: z.boolean(),
  database: z.boolean(),
  readModels: z.boolean(),
  lagSeconds: z.number(),
  signingKeys: z.boolean(),
  /** Told to end: it asks to be sent nothing new. */
  ending: z.boolean(),
  stopped: z.array(z.string()),
});

const NO_ANSWER: ReadModelsState = { built: false, lagSeconds: 0, stopped: [] };

@Controller('api')
export class HealthController {
  constructor(
    private readonly tokens: TokenVerifier,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(START_STATE) private readonly start: StartState,
    @Inject(METRICS) private readonly registry: Registry,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'health/live',
    access: 'public',
    summary: 'Whether the process answers',
    answer: z.object({ live: z.literal(true) }),
  })
  live() {
    return { live: true };
  }

  /**
   * 200 only when the database answers, the read models are built and the signing keys are known. How far they are behind
   * is told and watched, but refuses nobody: a reader of what was just recorded waits for it.
   */
  @Endpoint({
    method: 'GET',
    path: 'health/ready',
    access: 'public',
    summary: 'Whether it can serve: database, read models, signing keys',
    answer: Ready,
  })
  async readiness(@Res({ passthrough: true }) reply: FastifyReply) {
    const state = await this.readModels.state().catch(() => NO_ANSWER);
    const database = state !== NO_ANSWER;
    const { built, lagSeconds, stopped } = state;
    const signingKeys = this.tokens.isWarm;
    const { ending } = this.start;
    const ready = database && built && signingKeys && !ending;
    if (!ready) reply.status(503).header('Retry-After', '1');
    return { ready, database, readModels: built, lagSeconds, signingKeys, ending, stopped };
  }

  @Endpoint({
    method: 'GET',
    path: 'metrics',
    access: 'public',
    summary: 'Measurements for Prometheus; nothing of any tenant',
    answer: 'file',
  })
  async metrics(@Res() reply: FastifyReply) {
    await reply.header('Content-Type', this.registry.contentType).send(await this.registry.metrics());
  }
}
