import { Global, Module } from '@nestjs/common';
import { MemberQueries, PeopleModule } from '@mainstay/people';
import { PeopleDirectory } from '@mainstay/portfolio';

/** Relationships with a customer are those of our people, whom their own context knows: they meet here. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    {
      provide: PeopleDirectory,
      inject: [MemberQueries],
      useFactory: (people: MemberQueries): PeopleDirectory => ({
        knows: async (context, personId) => (await people.person(context, personId))?.erased === false,
      }),
    },
  ],
  exports: [PeopleDirectory],
})
export class PeopleDirectoryModule {}
