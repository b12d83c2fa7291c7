import { deviationsOf } from '../profile/deviation';
import { type Profile, profileOf } from '../profile/shares';
import { closingOf, monthsOf, periodOf } from '../record/period';
import type { TimeRecordRow } from '../time-use.tables';
import { driversOf } from './enterprise';
import { byPerson, meanOf, monthOf } from './months';
import type { PersonYear, RecordView, TeamView } from './time-use.views';

export const recordView = (row: TimeRecordRow, versions: readonly Profile[]): RecordView => {
  const { period, kind, firstDay, month, profileVersion, spent, corrections } = row;
  return {
    id: row.recordId,
    period,
    kind,
    firstDay,
    lastDay: periodOf(period).lastDay,
    month,
    profileVersion,
    sellingDrivers: spent.sellingDrivers,
    note: spent.note ?? null,
    corrections,
    recordedAt: row.recordedAt.toISOString(),
    inTime: row.recordedAt < closingOf(month),
    deviations: deviationsOf(spent.shares, profileOf(versions, profileVersion).shares),
  };
};

/** @param rows of the person, of every period that counts in the year */
export function personYear(
  personId: string,
  year: number,
  rows: readonly TimeRecordRow[],
  versions: readonly Profile[],
  present: Profile,
): PersonYear {
  const found = monthsOf(year).map((month) => ({ month, own: monthOf(rows.filter((row) => row.month === month)) }));
  const recorded = found.flatMap(({ own }) => own ?? []);
  const last = recorded.at(-1);
  const profile = last ? profileOf(versions, last.profileVersion) : present;
  return {
    personId,
    year,
    records: rows.map((row) => recordView(row, versions)),
    months: found.map(({ month, own }) => ({ month, ...monthView(own, versions) })),
    mean: last ? deviationsOf(meanOf(recorded.map(({ shares }) => shares)), profile.shares) : [],
    profile,
  };
}

/** @param rows of the people, of one month */
export function teamOf(
  month: string,
  people: readonly string[],
  rows: readonly TimeRecordRow[],
  versions: readonly Profile[],
  profile: Profile,
): TeamView {
  const groups = byPerson(rows);
  const months = people.map((personId) => ({ personId, own: monthOf(groups.get(personId) ?? []) }));
  return {
    month,
    profile,
    people: months.map(({ personId, own }) => {
      const { source, deviations, sellingDrivers } = monthView(own, versions);
      return { personId, source, deviations, sellingDrivers, flags: deviations.filter(({ flag }) => flag).length };
    }),
    drivers: [...driversOf(months.flatMap(({ own }) => own ?? []))],
  };
}

const monthView = (own: ReturnType<typeof monthOf>, versions: readonly Profile[]) => ({
  source: own?.source ?? null,
  deviations: own ? deviationsOf(own.shares, profileOf(versions, own.profileVersion).shares) : [],
  sellingDrivers: [...(own?.sellingDrivers ?? [])],
});
