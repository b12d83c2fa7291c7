import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentModule } from '@mainstay/assessment';
import { HistoryModule } from '@mainstay/history';
import {
  type IdentityAdministration,
  IdentityModule,
  MembersKeptElsewhere,
  type TokenVerifierOptions,
} from '@mainstay/identity';
import { PeopleModule } from '@mainstay/people';
import { PlanningModule } from '@mainstay/planning';
import { PortfolioModule } from '@mainstay/portfolio';
import { ProgrammeModule } from '@mainstay/programme';
import { AccountDirectoryModule } from './ports/account-directory.module';
import { DivisionDirectoryModule } from './ports/division-directory.module';
import { EndedMembershipsModule } from './ports/ended-memberships.module';
import { EnterpriseNamesModule } from './ports/enterprise-names.module';
import { PeopleByNameModule } from './ports/people-by-name.module';
import { PeopleDirectoryModule } from './ports/people-directory.module';
import { type Platform, PlatformModule } from './platform.module';
import { ConfigurationController, PRODUCTION } from './system/configuration.controller';
import { HealthController } from './system/health.controller';
import { MeController } from './system/me.controller';
import { TimeUseDirectoryModule } from './ports/time-use-directory.module';

export interface AppOptions {
  readonly platform: Platform;
  readonly tokens: TokenVerifierOptions;
  /** Left out where members are looked after at the identity provider alone. */
  readonly administration?: IdentityAdministration;
  /** Not for trying out: the web page says so where it is not. */
  readonly production: boolean;
}

@Module({})
export class AppModule {
  static with({ platform, tokens, administration, production }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(platform),
        IdentityModule.forRoot(tokens, administration ?? new MembersKeptElsewhere()),
        EndedMembershipsModule,
        PeopleModule,
        PortfolioModule,
        AccountDirectoryModule,
        PeopleDirectoryModule,
        PeopleByNameModule,
        DivisionDirectoryModule,
        EnterpriseNamesModule,
        TimeUseDirectoryModule,
        AssessmentModule,
        PlanningModule,
        HistoryModule,
        ProgrammeModule,
      ],
      providers: [{ provide: PRODUCTION, useValue: production }],
      controllers: [HealthController, ConfigurationController, MeController],
    };
  }
}
