import { Injectable } from '@nestjs/common';
import { idFrom, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { Between, type EntityManager, In, IsNull, LessThan, Not } from 'typeorm';
import type { z } from 'zod';
import { type Profile, profileOf, profileOn, recommendedProfile } from '../profile/shares';
import { closingOf, lastMonthAt, type Period } from '../record/period';
import { TimeUseDirectory } from '../time-use-directory';
import { timeProfileTable, timeRecordTable, type TimeRevisionRow, timeRevisionTable } from '../time-use.tables';
import { enterpriseYear } from './enterprise';
import { personYear, recordView, teamOf } from './person';
import { SMALLEST_GROUP } from './privacy';
import type { EnterpriseView, EntryView, PersonYear, profilesView, TeamView } from './time-use.views';

export const timeRecordId = (tenant: string, personId: string, period: string) =>
  idFrom('time-record', tenant, personId, period);
export const timeProfileId = (tenant: string) => idFrom('time-profile', tenant);

@Injectable()
export class TimeUseQueries {
  constructor(
    private readonly readStore: ReadStore,
    private readonly directory: TimeUseDirectory,
  ) {}

  /** The recommendation, and every version that the tenant has set after it. */
  profiles(context: RequestContext): Promise<z.infer<typeof profilesView>> {
    return this.readStore.read(context, async (manager) => {
      const rows = await manager.find(timeProfileTable.entity, { order: { version: 'ASC' } });
      const set = rows.map(({ version, effectiveFrom, shares, reason, setBy, setAt }) => ({
        ...{ version, effectiveFrom, shares, reason, setBy },
        setAt: setAt.toISOString(),
      }));
      const recommended = { ...recommendedProfile, reason: null, setBy: null, setAt: null };
      return { id: timeProfileId(context.tenant), version: rows.length, versions: [recommended, ...set] };
    });
  }

  /** A person's own year. */
  year(context: RequestContext, personId: string, year = yearOf(context)): Promise<PersonYear> {
    return this.readStore.read(context, async (manager) => {
      const versions = await versionsOf(manager);
      const rows = await manager.find(timeRecordTable.entity, {
        where: { personId, month: Between(`${year}-01`, `${year}-12`) },
        order: { firstDay: 'ASC', kind: 'ASC' },
      });
      return personYear(personId, year, rows, versions, profileOn(versions, dayOf(context)));
    });
  }

  /** One period of one person, with the record before it and everything that was said about it. */
  entry(context: RequestContext, personId: string, period: Period): Promise<EntryView> {
    const { id, kind, firstDay } = period;
    const closesAt = closingOf(period.month);
    const recordId = timeRecordId(context.tenant, personId, id);
    return this.readStore.read(context, async (manager) => {
      const versions = await versionsOf(manager);
      const row = await manager.findOneBy(timeRecordTable.entity, { recordId });
      const previous = await manager.findOne(timeRecordTable.entity, {
        where: { personId, kind, firstDay: LessThan(firstDay) },
        order: { firstDay: 'DESC' },
      });
      const revisions = await manager.find(timeRevisionTable.entity, {
        where: { recordId },
        order: { version: 'DESC' },
      });
      const { month, lastDay } = period;
      return {
        ...{ period: id, kind, firstDay, lastDay, month },
        closesAt: closesAt.toISOString(),
        closed: closesAt <= momentOf(context),
        profile: row ? profileOf(versions, row.profileVersion) : profileOn(versions, firstDay),
        record: row && { ...recordView(row, versions), shares: row.spent.shares },
        previous: previous && {
          period: previous.period,
          shares: previous.spent.shares,
          sellingDrivers: previous.spent.sellingDrivers,
        },
        revisions: revisions.map(revisionView),
        version: row?.version ?? 0,
      };
    });
  }

  /** The direct reports of a line manager in one month: the last that has ended unless told. */
  async team(context: RequestContext, month = lastMonthAt(momentOf(context))): Promise<TeamView> {
    const people = await this.directory.reportsOf(context, context.actor);
    return this.readStore.read(context, async (manager) => {
      const versions = await versionsOf(manager);
      const rows = await manager.find(timeRecordTable.entity, { where: { month, personId: In([...people]) } });
      return teamOf(month, people, rows, versions, profileOn(versions, `${month}-01`));
    });
  }

  /** @throws NotFound unless the person reports to whoever asks: the same for a person who is not there at all */
  async checkReport(context: RequestContext, personId: string): Promise<void> {
    const reports = await this.directory.reportsOf(context, context.actor);
    if (!reports.includes(personId)) throw new NotFound('report', personId);
  }

  /** @throws NotFound unless it is a record of the person who asks or of a direct report: the same where there is none */
  async checkRecord(context: RequestContext, recordId: string): Promise<void> {
    const row = await this.readStore.read(context, (manager) =>
      manager.findOneBy(timeRecordTable.entity, { recordId }),
    );
    if (row?.personId === context.actor) return;
    const reports = row ? await this.directory.reportsOf(context, context.actor) : [];
    if (!row || !reports.includes(row.personId)) throw new NotFound('record', `time-record:${recordId}`);
  }

  /** The year of everybody together, as far as whoever asks may see it. */
  async enterprise(context: RequestContext, year = yearOf(context)): Promise<EnterpriseView> {
    const known = new Set([context.actor, ...(await this.directory.reportsOf(context, context.actor))]);
    return this.readStore.read(context, async (manager) => {
      const versions = await versionsOf(manager);
      const rows = await manager.find(timeRecordTable.entity, {
        where: { month: Between(`${year}-01`, `${year}-12`), counted: Not(IsNull()) },
        order: { recordId: 'ASC' },
      });
      const records = rows.map((row) => ({ ...row, spent: row.counted! }));
      const profile = profileOn(versions, dayOf(context));
      const { months, ...rest } = enterpriseYear(year, records, versions, known, momentOf(context));
      return { year, smallestGroup: SMALLEST_GROUP, profile, months: [...months], ...rest } as EnterpriseView;
    });
  }
}

async function versionsOf(manager: EntityManager): Promise<Profile[]> {
  const rows = await manager.find(timeProfileTable.entity, { order: { version: 'ASC' } });
  return rows.map(({ version, effectiveFrom, shares }) => ({ version, effectiveFrom, shares }));
}

const revisionView = ({ version, spent, reason, recordedAt }: TimeRevisionRow): EntryView['revisions'][number] => ({
  version,
  shares: spent.shares,
  sellingDrivers: spent.sellingDrivers,
  note: spent.note ?? null,
  reason,
  recordedAt: recordedAt.toISOString(),
});

const momentOf = ({ asAt, now }: RequestContext) => asAt ?? now;
const dayOf = (context: RequestContext) => momentOf(context).toISOString().slice(0, 10);
const yearOf = (context: RequestContext) => momentOf(context).getUTCFullYear();
