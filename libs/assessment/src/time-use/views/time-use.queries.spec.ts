import type { RequestContext } from '@mainstay/event-sourcing';
import { readModelHarness, type ReadModelHarness } from '@mainstay/testing';
import { forEachActivity, recommendedProfile, type Shares } from '../profile/shares';
import { setProfile, timeProfile } from '../profile/time-profile';
import { periodOf } from '../record/period';
import { recordTime, type RecordTimeBody, timeRecord } from '../record/time-record';
import { RecordTime, SetTimeProfile } from '../time-use.commands';
import type { TimeUseDirectory } from '../time-use-directory';
import { timeUse } from '../time-use.projection';
import { timeProfileId, timeRecordId, TimeUseQueries } from './time-use.queries';

const managers = ['ann', 'ben', 'cid', 'dot', 'eve', 'fay'];
const spent = (selling: number): Shares => ({ ...forEachActivity(() => 0), relationships: 100 - selling, selling });

describe('time use', () => {
  let db: ReadModelHarness;
  let queries: TimeUseQueries;
  /** Line manager by person; changes are in force at once. */
  const reportsTo = new Map(managers.map((person) => [person, 'una']));

  const directory: TimeUseDirectory = {
    reportsOf: (_, lineManagerId) => Promise.resolve(managers.filter((one) => reportsTo.get(one) === lineManagerId)),
    divisionOf: () => Promise.resolve(undefined),
  };
  const as = (actor: string, over: Partial<RequestContext> = {}) =>
    db.context({ actor, now: new Date('2026-06-01T09:00:00Z'), ...over });
  const say = (person: string, period: string, at: string, body: Partial<RecordTimeBody>, tenant = 'acme') =>
    db.commands.run(
      timeRecord,
      recordTime,
      new RecordTime(
        as(person, { tenant, now: new Date(at), recordedAt: new Date(at) }),
        timeRecordId(tenant, person, period),
        { period, profileVersion: 1, shares: spent(20), sellingDrivers: [], ...body },
      ),
    );
  const sellingIn = async (actor: string, month: number, over: Partial<RequestContext> = {}) => {
    await db.whenCaughtUp();
    const { months } = await queries.enterprise(as(actor, over), 2026);
    return months[month - 1]!.figures?.activities.find(({ activityId }) => activityId === 'selling')?.mean ?? null;
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [timeUse] });
    queries = new TimeUseQueries(db.readStore, directory);
    for (const [index, person] of managers.entries()) {
      await say(person, '2026-01', `2026-02-0${index + 1}T08:00:00Z`, { shares: spent(10 * index) });
    }
    await say('ann', '2026-W06', '2026-02-09T08:00:00Z', { shares: spent(40), sellingDrivers: ['rewards'] });
    await say('ann', '2026-W07', '2026-02-16T08:00:00Z', { shares: spent(20), note: 'Fair week' });
    await say('ben', '2026-01', '2026-03-01T08:00:00Z', { shares: spent(90), reason: 'Found the diary' });
    await say('gus', '2026-01', '2026-03-01T09:00:00Z', { shares: spent(100) });
    await say('ann', '2026-01', '2026-02-01T08:00:00Z', { shares: spent(1) }, 'other');
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('shows the own year: records, months without counting a day twice, and the mean against the profile', async () => {
    const year = await queries.year(as('ann'), 'ann', 2026);
    expect(year.records.map(({ period, inTime }) => [period, inTime])).toEqual([
      ['2026-01', true],
      ['2026-W06', true],
      ['2026-W07', true],
    ]);
    expect(year.months.map(({ source }) => source).slice(0, 3)).toEqual(['month', 'weeks', null]);
    const selling = year.months[1]!.deviations.find(({ activityId }) => activityId === 'selling');
    expect(selling).toEqual({ activityId: 'selling', share: 30, difference: 22.5, flag: 'over' });
    expect(year.mean.find(({ activityId }) => activityId === 'selling')).toMatchObject({ share: 15, flag: null });
    expect(await queries.year(as('ann'), 'ann', 2025)).toMatchObject({ records: [], mean: [] });
  });

  it('offers the last period of the same kind to copy, and keeps everything that was said', async () => {
    const next = await queries.entry(as('ann'), 'ann', periodOf('2026-W08'));
    expect(next).toMatchObject({ record: null, version: 0, closed: true, previous: { period: '2026-W07' } });
    const changed = await queries.entry(as('ben'), 'ben', periodOf('2026-01'));
    expect(changed.record).toMatchObject({ corrections: 1, inTime: false, shares: spent(90) });
    expect(changed.revisions.map(({ version, shares, reason }) => [version, shares.selling, reason])).toEqual([
      [2, 90, 'Found the diary'],
      [1, 10, null],
    ]);
  });

  it('shows a line manager every direct report, those who have recorded nothing too', async () => {
    const team = await queries.team(as('una'), '2026-02');
    expect(team.people.map(({ personId, source }) => [personId, source])).toEqual([
      ['ann', 'weeks'],
      ...managers.slice(1).map((person) => [person, null]),
    ]);
    expect(team.drivers).toEqual([{ driverId: 'rewards', count: 1 }]);
    expect(await queries.team(as('ann'), '2026-02')).toMatchObject({ people: [], drivers: [] });
    expect((await queries.team(as('una'))).month).toBe('2026-05');
  });

  it('shows everybody the mean of six people', async () => {
    expect(await sellingIn('victor', 1)).toBe(25);
  });

  it('attack: a month of one person is not shown, however it is asked for', async () => {
    const { months, divisions } = await queries.enterprise(as('victor'), 2026);
    expect(months[1]!.figures).toBeNull();
    expect(divisions.flatMap(({ figures }) => figures?.personMonths ?? [])).toEqual([6]);
  });

  it('attack: reading as at two moments around a late record or correction shows the same figures', async () => {
    const around = ['2026-02-28T00:00:00Z', '2026-03-01T08:30:00Z', '2026-03-02T00:00:00Z'];
    const seen = await Promise.all(around.map((asAt) => sellingIn('victor', 1, { asAt: new Date(asAt) })));
    expect(seen).toEqual([25, 25, 25]);
  });

  it('attack: reading as at moments while people are still recording shows nothing', async () => {
    for (const asAt of ['2026-02-05T12:00:00Z', '2026-02-06T12:00:00Z', '2026-02-10T23:59:00Z']) {
      expect(await sellingIn('victor', 1, { asAt: new Date(asAt) })).toBeNull();
    }
  });

  it('attack: one of six who knows the own record learns about five others, one of five nothing', async () => {
    expect(await sellingIn('ann', 1)).toBe(25);
    reportsTo.set('ben', 'ann');
    expect(await sellingIn('ann', 1)).toBeNull();
    reportsTo.set('ben', 'una');
  });

  it('attack: a former line manager does not read the past by the moment when it was otherwise', async () => {
    reportsTo.set('ann', 'zoe');
    const past = as('una', { asAt: new Date('2026-02-20T00:00:00Z') });
    expect((await queries.team(past, '2026-02')).people.map(({ personId }) => personId)).not.toContain('ann');
    await expect(queries.checkReport(past, 'ann')).rejects.toThrow('There is no report with the id ann.');
    reportsTo.set('ann', 'una');
    await expect(queries.checkReport(past, 'ann')).resolves.toBeUndefined();
  });

  it('attack: a record is open to the person and the line manager; to others as if it were not there', async () => {
    const id = timeRecordId('acme', 'ann', '2026-01');
    await expect(queries.checkRecord(as('ann'), id)).resolves.toBeUndefined();
    await expect(queries.checkRecord(as('una'), id)).resolves.toBeUndefined();
    for (const [who, record] of [['ben', id] as const, ['victor', id] as const, ['ann', 'never'] as const]) {
      await expect(queries.checkRecord(as(who), record)).rejects.toThrow('There is no record');
    }
  });

  it('has nothing of another enterprise', async () => {
    const theirs = await queries.year(as('ann', { tenant: 'other' }), 'ann', 2026);
    expect(theirs.records).toHaveLength(1);
    expect(await queries.enterprise(as('victor', { tenant: 'other' }), 2026)).toMatchObject({ figures: null });
  });

  it('keeps old records under the profile that they were made under', async () => {
    const shares = { ...recommendedProfile.shares, selling: { from: 0, to: 5 }, other: { from: 15, to: 15 } };
    const body = { shares, effectiveFrom: '2026-04-01', reason: 'Less selling' };
    await db.commands.run(timeProfile, setProfile, new SetTimeProfile(as('priya'), timeProfileId('acme'), body));
    await say('ann', '2026-04', '2026-05-02T08:00:00Z', { profileVersion: 2, shares: spent(12) });
    await db.whenCaughtUp();
    const year = await queries.year(as('ann'), 'ann', 2026);
    const flags = (month: number) =>
      year.months[month - 1]!.deviations.find(({ activityId }) => activityId === 'selling')!.difference;
    expect([flags(2), flags(4)]).toEqual([22.5, 9.5]);
    expect(year.profile.version).toBe(2);
    const { version, versions } = await queries.profiles(as('victor'));
    expect({ version, all: versions.map(({ version, reason }) => [version, reason]) }).toEqual({
      version: 1,
      all: [
        [1, null],
        [2, 'Less selling'],
      ],
    });
  });

  it('reads the same after a rebuild', () => db.rebuildGivesSameRows());
});
