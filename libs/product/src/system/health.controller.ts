import { Controller, Inject, Res } from '@nestjs/common';
import { Endpoint } from '@mainstay/http';
import { TokenVerifier } from '@mainstay/identity';
import { Projector } from '@mainstay/read-store';
import type { FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import { METRICS } from '../platform.module';

const Ready = z.object({
  ready: z.boolean(),
  readModels: z.boolean(),
  signingKeys: z.boolean(),
  stopped: z.array(z.string()),
});

@Controller('api')
export class HealthController {
  constructor(
    private readonly projector: Projector,
    private readonly tokens: TokenVerifier,
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

  /** 200 only when the read models have caught up and the signing keys are known. */
  @Endpoint({
    method: 'GET',
    path: 'health/ready',
    access: 'public',
    summary: 'Whether it can serve: read models caught up, signing keys known',
    answer: Ready,
  })
  readiness(@Res({ passthrough: true }) reply: FastifyReply) {
    const readModels = this.projector.caughtUp();
    const signingKeys = this.tokens.isWarm;
    const stopped = this.projector
      .status()
      .filter((projection) => projection.error)
      .map((projection) => projection.name);
    const ready = readModels && signingKeys && stopped.length === 0;
    if (!ready) reply.status(503).header('Retry-After', '1');
    return { ready, readModels, signingKeys, stopped };
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
