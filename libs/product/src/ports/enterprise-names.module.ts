import { Global, Module } from '@nestjs/common';
import { EnterpriseNames } from '@mainstay/assessment';
import { MemberQueries, PeopleModule } from '@mainstay/people';
import { PortfolioFacade, PortfolioModule } from '@mainstay/portfolio';

/** Reports of the assessment name people and divisions, which other contexts keep: they meet here. */
@Global()
@Module({
  imports: [PeopleModule, PortfolioModule],
  providers: [
    {
      provide: EnterpriseNames,
      inject: [MemberQueries, PortfolioFacade],
      useFactory: (people: MemberQueries, portfolio: PortfolioFacade): EnterpriseNames => ({
        people: async (context) => {
          const everyone = await people.people(context, {});
          return new Map(everyone.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
        },
        division: async (context, divisionId) =>
          (await portfolio.divisions(context)).find(({ id }) => id === divisionId)?.name,
        enterprise: async (context) => (await portfolio.enterprise(context)).name,
      }),
    },
  ],
  exports: [EnterpriseNames],
})
export class EnterpriseNamesModule {}
