import { Controller, Param, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input, Query, sendCsv } from '@mainstay/http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { profileOn } from './profile/shares';
import { timeProfile } from './profile/time-profile';
import { periodOf } from './record/period';
import { TimeUseDirectory } from './time-use-directory';
import { RecordTime, SetTimeProfile } from './time-use.commands';
import { enterpriseColumns, enterpriseLines, recordColumns, teamColumns } from './time-use.export';
import { timeProfileId, timeRecordId, TimeUseQueries } from './views/time-use.queries';
import {
  enterpriseView,
  entryView,
  monthQuery,
  personYear,
  profilesView,
  recordTimeRequest,
  setProfileRequest,
  teamView,
  yearQuery,
} from './views/time-use.views';

type Year = z.infer<typeof yearQuery>;
type Month = z.infer<typeof monthQuery>;

@Controller('api/t/:tenant/time-use')
export class TimeUseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly queries: TimeUseQueries,
    private readonly directory: TimeUseDirectory,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'profile',
    access: 'time-use.read',
    summary: 'What the time of a key account manager should go into: every version of the profile.',
    answer: profilesView,
  })
  getTimeProfile(@Ctx() context: RequestContext) {
    return this.queries.profiles(context);
  }

  @Endpoint({
    method: 'PUT',
    path: 'profile',
    access: 'time-use.profile',
    summary: 'Set a new version of the profile, from a day on.',
    body: setProfileRequest,
    answer: 'command',
  })
  setTimeProfile(
    @Ctx() context: RequestContext,
    @Input() body: z.infer<typeof setProfileRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new SetTimeProfile(context, timeProfileId(context.tenant), body));
  }

  @Endpoint({
    method: 'GET',
    path: 'own',
    access: 'time-use.read',
    summary: 'Where the own time went in a year, against the profile.',
    query: yearQuery,
    answer: personYear,
  })
  getOwnTime(@Ctx() context: RequestContext, @Query() { year }: Year) {
    return this.queries.year(context, context.actor, year);
  }

  @Endpoint({
    method: 'GET',
    path: 'own/export',
    access: 'time-use.read',
    summary: 'The own records of a year as CSV.',
    query: yearQuery,
    answer: 'file',
  })
  async exportOwnTime(@Ctx() context: RequestContext, @Query() { year }: Year, @Res() reply: FastifyReply) {
    const { records } = await this.queries.year(context, context.actor, year);
    sendCsv(reply, 'own-time.csv', recordColumns, records);
  }

  @Endpoint({
    method: 'GET',
    path: 'own/:period',
    access: 'time-use.read',
    summary: 'The own record of a week or a month, with what is needed to make one.',
    answer: entryView,
  })
  getOwnPeriod(@Ctx() context: RequestContext, @Param('period') period: string) {
    return this.queries.entry(context, context.actor, periodOf(period));
  }

  @Endpoint({
    method: 'PUT',
    path: 'own/:period',
    access: 'time-use.record',
    summary: 'Say where the own time of a week or a month went, or correct it with a reason.',
    body: recordTimeRequest,
    answer: 'command',
  })
  async recordOwnTime(
    @Ctx() context: RequestContext,
    @Param('period') period: string,
    @Input() body: z.infer<typeof recordTimeRequest>,
  ): Promise<CommandResult> {
    const { tenant, actor } = context;
    const { id, firstDay } = periodOf(period);
    const versions = await this.runner.state(timeProfile, tenant, timeProfileId(tenant));
    const { version: profileVersion } = profileOn(versions, firstDay);
    const divisionId = await this.directory.divisionOf(context, actor);
    return this.commands.execute(
      new RecordTime(context, timeRecordId(tenant, actor, id), { ...body, period: id, profileVersion, divisionId }),
    );
  }

  @Endpoint({
    method: 'GET',
    path: 'team',
    access: 'time-use.read',
    summary: 'Where the time of the people went who report to whoever asks, in one month.',
    query: monthQuery,
    answer: teamView,
  })
  getTeamTime(@Ctx() context: RequestContext, @Query() { month }: Month) {
    return this.queries.team(context, month);
  }

  @Endpoint({
    method: 'GET',
    path: 'team/export',
    access: 'time-use.read',
    summary: 'The month of the people who report to whoever asks, as CSV.',
    query: monthQuery,
    answer: 'file',
  })
  async exportTeamTime(@Ctx() context: RequestContext, @Query() { month }: Month, @Res() reply: FastifyReply) {
    const team = await this.queries.team(context, month);
    sendCsv(reply, `team-time-${team.month}.csv`, teamColumns, team.people);
  }

  @Endpoint({
    method: 'GET',
    path: 'team/:personId',
    access: 'time-use.read',
    summary: 'The year of one person who reports to whoever asks.',
    query: yearQuery,
    answer: personYear,
  })
  async getReportTime(@Ctx() context: RequestContext, @Param('personId') personId: string, @Query() { year }: Year) {
    await this.queries.checkReport(context, personId);
    return this.queries.year(context, personId, year);
  }

  @Endpoint({
    method: 'GET',
    path: 'team/:personId/:period',
    access: 'time-use.read',
    summary: 'The record of a week or a month of one person who reports to whoever asks.',
    answer: entryView,
  })
  async getReportPeriod(
    @Ctx() context: RequestContext,
    @Param('personId') personId: string,
    @Param('period') period: string,
  ) {
    await this.queries.checkReport(context, personId);
    return this.queries.entry(context, personId, periodOf(period));
  }

  @Endpoint({
    method: 'GET',
    path: 'enterprise',
    access: 'time-use.read',
    summary: 'Where the time of everybody went, as figures of five people and more.',
    query: yearQuery,
    answer: enterpriseView,
  })
  getEnterpriseTime(@Ctx() context: RequestContext, @Query() { year }: Year) {
    return this.queries.enterprise(context, year);
  }

  @Endpoint({
    method: 'GET',
    path: 'enterprise/export',
    access: 'time-use.read',
    summary: 'The figures of everybody as CSV, those of fewer than five people left out.',
    query: yearQuery,
    answer: 'file',
  })
  async exportEnterpriseTime(@Ctx() context: RequestContext, @Query() { year }: Year, @Res() reply: FastifyReply) {
    const enterprise = await this.queries.enterprise(context, year);
    sendCsv(reply, `time-use-${enterprise.year}.csv`, enterpriseColumns, enterpriseLines(enterprise));
  }
}
