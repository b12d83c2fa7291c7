import { Global, Module } from '@nestjs/common';
import { TimeUseDirectory } from '@mainstay/assessment';
import { MemberQueries, PeopleModule } from '@mainstay/people';

/** Time is recorded by people and read by their line managers, whom the people's own context knows: they meet here. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [
    {
      provide: TimeUseDirectory,
      inject: [MemberQueries],
      useFactory: (people: MemberQueries): TimeUseDirectory => ({
        reportsOf: (context, lineManagerId) => people.reportsOf(context, lineManagerId),
        divisionOf: (context, personId) => people.divisionOf(context, personId),
      }),
    },
  ],
  exports: [TimeUseDirectory],
})
export class TimeUseDirectoryModule {}
