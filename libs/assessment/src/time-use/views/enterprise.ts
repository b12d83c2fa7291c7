import { type ActivityId, activityIds, type SellingDriverId, sellingDriverIds } from '../catalogue/time-catalogues';
import { deviationsOf } from '../profile/deviation';
import { type Profile, profileOf } from '../profile/shares';
import { closingOf, monthsOf } from '../record/period';
import { byPerson, monthOf, type PersonMonth, type RecordOfMonth } from './months';
import { showable } from './privacy';

/** A record as it stood when its month closed. */
export interface CountedRecord extends RecordOfMonth {
  readonly personId: string;
  readonly month: string;
}

export interface ActivityFigures {
  readonly activityId: ActivityId;
  /** Mean share, in per cent. */
  readonly mean: number;
  /** Standard deviation, in points. The least and the greatest share would be those of one person. */
  readonly spread: number;
  /** How many stood out. */
  readonly over: number;
  readonly under: number;
}

/** Figures of five people and more. */
export interface Figures {
  /** Months of people that the figures are made of; within one month as many as people. */
  readonly personMonths: number;
  readonly activities: readonly ActivityFigures[];
  readonly drivers: readonly { readonly driverId: SellingDriverId; readonly count: number }[];
}

export interface DivisionFigures {
  /** Null: people who work across divisions. */
  readonly divisionId: string | null;
  /** Null: not shown. */
  readonly figures: Figures | null;
}

export interface EnterpriseYear {
  readonly months: readonly {
    readonly month: string;
    /** When its figures are drawn, once and for all. */
    readonly closesAt: string;
    readonly closed: boolean;
    readonly figures: Figures | null;
    readonly divisions: readonly DivisionFigures[];
  }[];
  /** Made of the figures shown above and of nothing else, so that no difference tells more than they do. */
  readonly figures: Figures | null;
  readonly divisions: readonly DivisionFigures[];
}

interface Counted extends PersonMonth {
  readonly personId: string;
  readonly profile: Profile;
}
type Cell = readonly Counted[];

/**
 * The year as everybody may see it. Only closed months are in it, each as recorded when it closed: what is read at two
 * moments is the same, and gives away nobody who recorded in between.
 * @param known whose single records the reader may see anyway
 */
export function enterpriseYear(
  year: number,
  records: readonly CountedRecord[],
  versions: readonly Profile[],
  known: ReadonlySet<string>,
  at: Date,
): EnterpriseYear {
  const divisions = [...new Set(records.map(({ divisionId }) => divisionId))].sort(nullLast);
  const months = monthsOf(year).map((month) => {
    const closed = closingOf(month) <= at;
    const people = closed
      ? peopleOf(
          records.filter((record) => record.month === month),
          versions,
        )
      : [];
    return { month, closed, ...cellsOf(people, divisions, known) };
  });
  return {
    months: months.map(({ month, closed, whole, parts }) => ({
      month,
      closesAt: closingOf(month).toISOString(),
      closed,
      figures: figuresOf(whole),
      divisions: divisions.map((divisionId) => ({ divisionId, figures: figuresOf(parts.get(divisionId)!) })),
    })),
    figures: figuresOf(months.flatMap(({ whole }) => whole)),
    divisions: divisions.map((divisionId) => ({
      divisionId,
      figures: figuresOf(months.flatMap(({ parts }) => parts.get(divisionId)!)),
    })),
  };
}

/** What may be shown of a month, as a whole and by division; a cell that may not be shown is empty from here on. */
function cellsOf(people: Cell, divisions: readonly (string | null)[], known: ReadonlySet<string>) {
  const parts = divisions.map((divisionId) => ({
    divisionId,
    cell: people.filter((person) => person.divisionId === divisionId),
  }));
  const shown = showable(
    parts.map(({ divisionId, cell }) => ({ id: divisionId ?? '', people: cell.map(({ personId }) => personId) })),
    known,
  );
  return {
    whole: shown.whole ? people : [],
    parts: new Map(parts.map(({ divisionId, cell }) => [divisionId, shown.parts.has(divisionId ?? '') ? cell : []])),
  };
}

function peopleOf(records: readonly CountedRecord[], versions: readonly Profile[]): Cell {
  return [...byPerson(records)].map(([personId, own]) => {
    const month = monthOf(own)!;
    return { personId, ...month, profile: profileOf(versions, month.profileVersion) };
  });
}

function figuresOf(cell: Cell): Figures | null {
  if (cell.length === 0) return null;
  const deviations = cell.map(({ shares, profile }) => deviationsOf(shares, profile.shares));
  return {
    personMonths: cell.length,
    activities: activityIds.map((activityId, index) => {
      const all = deviations.map((person) => person[index]!);
      const mean = all.reduce((sum, { share }) => sum + share, 0) / all.length;
      const variance = all.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / all.length;
      const flagged = (flag: string) => all.filter((deviation) => deviation.flag === flag).length;
      return { activityId, mean, spread: Math.sqrt(variance), over: flagged('over'), under: flagged('under') };
    }),
    drivers: driversOf(cell),
  };
}

/** How often each driver was named, the most frequent first. */
export const driversOf = (all: readonly Pick<PersonMonth, 'sellingDrivers'>[]): Figures['drivers'] =>
  sellingDriverIds
    .map((driverId) => ({
      driverId,
      count: all.filter(({ sellingDrivers }) => sellingDrivers.includes(driverId)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

const nullLast = (one: string | null, other: string | null) =>
  one === null ? 1 : other === null ? -1 : one < other ? -1 : 1;
