import { assessmentEvents, assessmentProjections } from '@mainstay/assessment';
import { CommandRunner } from '@mainstay/event-sourcing';
import { FileStore } from '@mainstay/file-store';
import { peopleEvents, peopleProjections } from '@mainstay/people';
import { PersonalDataVault } from '@mainstay/personal-data';
import { planningEvents, planningProjections } from '@mainstay/planning';
import {
  PeopleByName,
  PeopleDirectory,
  portfolioEvents,
  PortfolioModule,
  portfolioProjections,
} from '@mainstay/portfolio';
import { ReadStore } from '@mainstay/read-store';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { Global, Module, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';

export interface AccountsWorld {
  readonly db: ReadModelHarness;
  readonly app: TestingModule;
  close(): Promise<void>;
}

/** All read models on a real database, the portfolio's module, and the queries to be tried; one division, headed by hal. */
export async function accountsWorld(queries: readonly Provider[]): Promise<AccountsWorld> {
  const db = await readModelHarness({
    projections: [...portfolioProjections, ...assessmentProjections, ...planningProjections, ...peopleProjections],
    events: [portfolioEvents, assessmentEvents, planningEvents, peopleEvents],
  });
  const provided = [
    { provide: CommandRunner, useValue: db.commands },
    { provide: ReadStore, useValue: db.readStore },
    { provide: FileStore, useValue: {} },
    { provide: PeopleByName, useValue: {} },
    { provide: PeopleDirectory, useValue: {} },
    { provide: PersonalDataVault, useValue: {} },
  ];
  @Global()
  @Module({ imports: [CqrsModule.forRoot()], providers: provided, exports: [...provided, CqrsModule] })
  class Platform {}
  const parts = { imports: [Platform, PortfolioModule], providers: [...queries] };
  const app = await Test.createTestingModule(parts).compile();
  await db.append('portfolio.enterprise', 'acme', [
    { type: 'portfolio.DivisionOpened', data: { divisionId: 'north', code: 'N', name: 'North' } },
    { type: 'portfolio.DivisionHeadAppointed', data: { divisionId: 'north', from: null, to: 'hal' } },
  ]);
  return {
    db,
    app,
    close: async () => {
      await app.close();
      await db.close();
    },
  };
}

/** Led by kim unless told otherwise. */
export const account = (code: string, divisionIds: string[], over: object = {}) => ({
  type: 'portfolio.AccountRegistered',
  data: {
    code,
    name: code,
    industry: '',
    countries: [],
    divisionIds,
    leadId: 'kim',
    sponsorId: null,
    spend: 1,
    ...over,
  },
});

export const categorised = (category: string) => ({
  type: 'portfolio.AccountCategorised',
  data: {
    category,
    effectiveOn: '2024-01-01',
    reason: 'Chosen',
    decidedBy: 'hanna',
    suggested: null,
    criteriaVersion: null,
  },
  effectiveOn: '2024-01-01',
});

export const levelSet = (to: string, effectiveOn: string) => ({
  type: 'portfolio.RelationshipLevelSet',
  data: { from: null, to, effectiveOn, reason: 'Seen' },
});
