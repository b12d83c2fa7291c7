import { Global, Module } from '@nestjs/common';
import { MemberQueries, PeopleModule, TeamQueries } from '@mainstay/people';
import { PeopleDirectory } from '@mainstay/portfolio';

/** Relationships with a customer are those of our people, whom their own context knows: they meet here. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    {
      provide: PeopleDirectory,
      inject: [MemberQueries, TeamQueries],
      useFactory: (people: MemberQueries, teams: TeamQueries): PeopleDirectory => ({
        knows: async (context, personId) => (await people.person(context, personId))?.erased === false,
        divisionOf: async (context, personId) => (await people.person(context, personId))?.divisionId ?? null,
        teamOf: async (context, accountId) => {
          const { items } = await teams.team(context, accountId);
          return items.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId);
        },
      }),
    },
  ],
  exports: [PeopleDirectory],
})
export class PeopleDirectoryModule {}
