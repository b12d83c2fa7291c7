import { Global, Module } from '@nestjs/common';
import { MemberQueries, PeopleModule } from '@mainstay/people';
import { PeopleByName } from '@mainstay/portfolio';

/** Files of accounts name people, whom their own context knows: they meet here. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    {
      provide: PeopleByName,
      inject: [MemberQueries],
      useFactory: (people: MemberQueries): PeopleByName => ({ everyone: (context) => people.people(context, {}) }),
    },
  ],
  exports: [PeopleByName],
})
export class PeopleByNameModule {}
