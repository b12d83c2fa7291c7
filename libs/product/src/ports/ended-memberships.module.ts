import { Global, Module } from '@nestjs/common';
import { EndedMemberships } from '@mainstay/identity';
import { EndedMembershipQueries, PeopleModule } from '@mainstay/people';

/** Who was removed from a tenant is known to the people context, and asked before every request. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [{ provide: EndedMemberships, useExisting: EndedMembershipQueries }],
  exports: [EndedMemberships],
})
export class EndedMembershipsModule {}
