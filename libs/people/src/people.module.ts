import { Module } from '@nestjs/common';
import { memberCommands } from './member/member.commands';
import { MemberController } from './member/member.controller';
import { MemberQueries } from './member/member.queries';

@Module({
  controllers: [MemberController],
  providers: [...memberCommands, MemberQueries],
  exports: [MemberQueries],
})
export class PeopleModule {}
