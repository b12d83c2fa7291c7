import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityAdministration } from './administration';
import { AuthenticationGuard, AuthorizationGuard, MembershipGuard } from './guards';
import { TokenVerifier, type TokenVerifierOptions } from './token-verifier';

/**
 * Puts the guards before every route of the application, and gives the TokenVerifier and the administration of members to
 * whoever asks. The application provides EndedMemberships, which the guards ask.
 */
@Module({})
export class IdentityModule {
  static forRoot(options: TokenVerifierOptions, administration: IdentityAdministration): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(options) },
        { provide: IdentityAdministration, useValue: administration },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_GUARD, useClass: AuthorizationGuard },
        { provide: APP_GUARD, useClass: MembershipGuard },
      ],
      exports: [TokenVerifier, IdentityAdministration],
    };
  }
}
