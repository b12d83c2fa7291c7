import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthenticationGuard, AuthorizationGuard } from './guards';
import { TokenVerifier, type TokenVerifierOptions } from './token-verifier';

/** Puts both guards before every route of the application, and gives the TokenVerifier to whoever asks. */
@Module({})
export class IdentityModule {
  static forRoot(options: TokenVerifierOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(options) },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_GUARD, useClass: AuthorizationGuard },
      ],
      exports: [TokenVerifier],
    };
  }
}
