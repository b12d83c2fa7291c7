import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import { timeUseDescriptions } from '../time-use.descriptions';
import { forEachActivity, type Shares } from '../profile/shares';
import type { TimeRecordEvent, TimeSpent } from './time-record.events';
import { recordTime, type RecordTimeBody, timeRecord } from './time-record';

const context: RequestContext = {
  tenant: 'acme',
  actor: 'ines',
  roles: ['key-account-manager'],
  correlation: 'test',
  now: new Date('2026-04-02T09:00:00Z'),
};
const shares = (change: Partial<Shares>): Shares => ({ ...forEachActivity(() => 0), ...change });
const sold: TimeSpent = {
  shares: shares({ relationships: 60, selling: 40 }),
  sellingDrivers: ['rewards'],
  note: 'Bids',
};
const calm: TimeSpent = { shares: shares({ relationships: 91, selling: 9 }), sellingDrivers: [] };
const body: RecordTimeBody = { ...sold, period: '2026-03', profileVersion: 2, divisionId: 'north' };
const of = { personId: 'ines', period: '2026-03' };
const recorded: TimeRecordEvent = {
  type: 'assessment.TimeRecorded',
  data: { ...of, profileVersion: 2, divisionId: 'north', ...sold },
  effectiveOn: '2026-03-01',
};
const given = (...events: TimeRecordEvent[]) =>
  events.reduce((state, event) => timeRecord.evolve(state, event as Recorded<TimeRecordEvent>), timeRecord.initial);

describe('recording where the time went', () => {
  it('is said about the own time, under the profile in force, with what drove the selling', () => {
    expect(recordTime(given(), body, context)).toEqual([recorded]);
  });

  it.each([
    [{ relationships: 60, selling: 37 }, 'shares: they add up to 97, and must add up to exactly 100.'],
    [{ relationships: 60, selling: 41 }, 'shares: they add up to 101'],
    [{}, 'shares: they add up to 0'],
    [{ relationships: 60.5, selling: 39.5 }, 'shares.relationships: must be whole per cent'],
    [{ relationships: 110, selling: -10 }, 'shares.selling: must be whole per cent, 0 or more'],
  ])('refuses the shares %p', (change, message) => {
    expect(() => recordTime(given(), { ...body, shares: shares(change) }, context)).toThrow(message);
  });

  it('refuses a period that has not begun, and takes one that is under way', () => {
    expect(() => recordTime(given(), { ...body, period: '2026-05' }, context)).toThrow('has not begun');
    expect(recordTime(given(), { ...body, period: '2026-W14' }, context)).toHaveLength(1);
  });

  it('refuses drivers of selling where selling took no more than it should', () => {
    const drivers: TimeSpent = { ...calm, sellingDrivers: ['rewards'] };
    expect(() => recordTime(given(), { ...body, ...drivers }, context)).toThrow('sellingDrivers: say what drove');
  });

  it('keeps drivers once each, in the order of the catalogue', () => {
    const [event] = recordTime(given(), { ...body, sellingDrivers: ['confidence', 'rewards', 'confidence'] }, context);
    expect(event!.data).toMatchObject({ sellingDrivers: ['rewards', 'confidence'] });
  });
});

describe('correcting what was recorded', () => {
  const corrected: TimeRecordEvent = {
    type: 'assessment.TimeCorrected',
    data: { ...of, from: sold, to: calm, reason: 'Counted a bid twice' },
    effectiveOn: '2026-03-01',
  };
  const { note: _, ...without } = body;
  const change: RecordTimeBody = { ...without, ...calm, reason: 'Counted a bid twice' };

  it('keeps what was said before and after, and why', () => {
    expect(recordTime(given(recorded), change, context)).toEqual([corrected]);
  });

  it('refuses to change without a reason', () => {
    expect(() => recordTime(given(recorded), { ...change, reason: ' ' }, context)).toThrow('reason: say why');
  });

  it('does nothing where the same is said again', () => {
    expect(recordTime(given(recorded), body, context)).toEqual([]);
    expect(recordTime(given(recorded, corrected), change, context)).toEqual([]);
  });
});

describe('the audit history', () => {
  it('says that time was recorded and for which period, never how much, nor why, nor that there was much selling', () => {
    const [event] = recordTime(given(), body, context);
    const [correction] = recordTime(given(recorded), { ...body, ...calm, reason: 'Sold 9 only' }, context);
    const stream = 'assessment.time-record-acme_r1';
    const told = [event!, correction!].map((one) => {
      const whole = { ...one, tenant: 'acme', stream } as never;
      return timeUseDescriptions[one.type](whole);
    });
    const entry = { kind: 'time-record', subject: { type: 'time-record', id: 'r1' }, detail: '2026-03' };
    expect(told).toEqual([entry, entry]);
  });
});
