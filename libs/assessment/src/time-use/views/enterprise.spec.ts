import { forEachActivity, recommendedProfile, type Shares } from '../profile/shares';
import { type CountedRecord, enterpriseYear } from './enterprise';

const shares = (selling: number): Shares => ({ ...forEachActivity(() => 0), selling, other: 100 - selling });
const record = (personId: string, month: string, selling: number, divisionId: string | null = 'north') => ({
  personId,
  month,
  kind: 'month' as const,
  firstDay: `${month}-01`,
  divisionId,
  profileVersion: recommendedProfile.version,
  spent: { shares: shares(selling), sellingDrivers: selling > 10 ? (['rewards'] as const) : [] },
});
const people = (count: number, month: string, divisionId: string | null = 'north', of = divisionId ?? 'across') =>
  Array.from({ length: count }, (_, index) =>
    record(`${of}-${index}`, month, 10 * index, divisionId),
  ) as unknown as CountedRecord[];
const later = new Date('2026-12-01T00:00:00Z');
const yearOf = (records: readonly CountedRecord[], known: string[] = [], at = later) =>
  enterpriseYear(2026, records, [], new Set(known), at);
const sellingOf = (year: ReturnType<typeof yearOf>, month: number) =>
  year.months[month - 1]!.figures?.activities.find(({ activityId }) => activityId === 'selling');

describe('the year of everybody', () => {
  it('gives mean, spread, who stood out and the drivers of a month of five', () => {
    const year = yearOf(people(5, '2026-03'));
    expect(sellingOf(year, 3)).toEqual({
      activityId: 'selling',
      mean: 20,
      spread: Math.sqrt(200),
      over: 3,
      under: 0,
    });
    expect(year.months[2]!.figures).toMatchObject({ personMonths: 5, drivers: [{ driverId: 'rewards', count: 3 }] });
    expect(year.figures).toMatchObject({ personMonths: 5 });
  });

  it('shows no month of four, and leaves it out of the year: the year less its months gives nobody away', () => {
    const year = yearOf([...people(5, '2026-03'), ...people(4, '2026-04')]);
    expect(year.months[3]!.figures).toBeNull();
    expect(year.figures).toEqual(year.months[2]!.figures);
  });

  it('shows nothing at all of a year of small months, however many they are', () => {
    const months = ['2026-01', '2026-02', '2026-03'].flatMap((month) => people(4, month));
    expect(yearOf(months)).toMatchObject({ figures: null, divisions: [{ divisionId: 'north', figures: null }] });
  });

  it('keeps back a second division where the whole less the first would give it away', () => {
    const year = yearOf([...people(5, '2026-03'), ...people(2, '2026-03', null)]);
    expect(year.months[2]!.figures).not.toBeNull();
    expect(year.divisions).toEqual([
      { divisionId: 'north', figures: null },
      { divisionId: null, figures: null },
    ]);
  });

  it('shows two divisions of five beside each other', () => {
    const year = yearOf([...people(5, '2026-03'), ...people(6, '2026-03', 'south')]);
    expect(year.divisions.map(({ figures }) => figures?.personMonths)).toEqual([5, 6]);
  });

  it('hides from a line manager of four what would tell about the fifth', () => {
    expect(yearOf(people(5, '2026-03'), ['north-0', 'north-1', 'north-2', 'north-3']).figures).toBeNull();
  });

  it('shows a month once it is closed and not before', () => {
    const records = people(5, '2026-03');
    expect(yearOf(records, [], new Date('2026-04-10T23:59:59Z')).months[2]).toMatchObject({
      closed: false,
      figures: null,
      closesAt: '2026-04-11T00:00:00.000Z',
    });
    expect(yearOf(records, [], new Date('2026-04-11T00:00:00Z')).months[2]!.closed).toBe(true);
  });

  it('counts a month of weeks once for each person', () => {
    const weeks = people(5, '2026-03').flatMap((one) => [
      { ...one, kind: 'week' as const, firstDay: '2026-03-02' },
      { ...one, kind: 'week' as const, firstDay: '2026-03-09' },
    ]);
    expect(yearOf(weeks).figures).toEqual(yearOf(people(5, '2026-03')).figures);
  });
});
