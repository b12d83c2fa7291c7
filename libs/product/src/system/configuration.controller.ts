import { Controller, Inject } from '@nestjs/common';
import { Endpoint } from '@mainstay/http';
import { TokenVerifier } from '@mainstay/identity';
import { z } from 'zod';
import { START_STATE, type StartState } from './start-state';

export const PRODUCTION = Symbol('Production');

const WebConfiguration = z.object({
  issuer: z.string(),
  clientId: z.string(),
  production: z.boolean(),
  /** Present while the demo enterprise is being loaded: requests done of all. */
  demo: z.object({ done: z.number(), total: z.number() }).nullable(),
});

@Controller('api')
export class ConfigurationController {
  constructor(
    private readonly tokens: TokenVerifier,
    @Inject(START_STATE) private readonly start: StartState,
    @Inject(PRODUCTION) private readonly production: boolean,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'config',
    access: 'public',
    summary: 'What the web page needs before sign-in',
    answer: WebConfiguration,
  })
  configuration() {
    return { issuer: this.tokens.issuer, clientId: 'mainstay-web', production: this.production, demo: this.start.demo };
  }
}
