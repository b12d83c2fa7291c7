import { decider, latestDateOnEarth, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { activityIds, sellingDriverIds } from '../catalogue/time-catalogues';
import { MOST_SELLING, sellsTooMuch } from '../profile/deviation';
import type { Shares } from '../profile/shares';
import { periodOf } from './period';
import { type TimeRecordEvent, timeRecordEvents, type TimeSpent } from './time-record.events';

/** Null where nothing has been recorded for the period. */
export type TimeRecord = TimeSpent | null;

export const timeRecord = decider<TimeRecord, TimeRecordEvent>({
  stream: 'assessment.time-record',
  initial: null,
  events: timeRecordEvents,
  evolve: (_, event) => {
    if (event.type === 'assessment.TimeCorrected') return event.data.to;
    const { shares, sellingDrivers, note } = event.data;
    return { shares, sellingDrivers, note };
  },
});

export interface RecordTimeBody extends TimeSpent {
  readonly period: string;
  /** In force at the beginning of the period. */
  readonly profileVersion: number;
  readonly divisionId?: string;
  /** For changing what was recorded. */
  readonly reason?: string;
}

/** A person records where the own time went; nobody does so for another. */
export function recordTime(state: TimeRecord, body: RecordTimeBody, { actor, now }: RequestContext): TimeRecordEvent[] {
  const { profileVersion, divisionId } = body;
  const { id: period, firstDay } = periodOf(body.period);
  if (firstDay > latestDateOnEarth(now)) {
    throw new Refused('time-use.future', 'period: time cannot be recorded for a period that has not begun.');
  }
  const to = checked(body);
  const of = { personId: actor, period };
  if (state === null) {
    const data = { ...of, profileVersion, ...(divisionId !== undefined && { divisionId }), ...to };
    return [{ type: 'assessment.TimeRecorded', data, effectiveOn: firstDay }];
  }
  if (same(state, to)) return [];
  const reason = body.reason?.trim();
  if (!reason) throw new Refused('time-use.reason-missing', 'reason: say why what you recorded changes.');
  return [{ type: 'assessment.TimeCorrected', data: { ...of, from: state, to, reason }, effectiveOn: firstDay }];
}

/** @throws Refused */
function checked({ shares, sellingDrivers, note }: TimeSpent): TimeSpent {
  for (const id of activityIds) {
    if (!Number.isInteger(shares[id]) || shares[id] < 0) {
      throw new Refused('time-use.share', `shares.${id}: must be whole per cent, 0 or more.`);
    }
  }
  const sum = sumOf(shares);
  if (sum !== 100) {
    throw new Refused('time-use.sum', `shares: they add up to ${sum}, and must add up to exactly 100.`, { sum });
  }
  if (sellingDrivers.length > 0 && !sellsTooMuch(shares)) {
    throw new Refused(
      'time-use.no-driver',
      `sellingDrivers: say what drove the selling only where it took more than ${MOST_SELLING} per cent.`,
    );
  }
  const words = note?.trim();
  return {
    shares,
    sellingDrivers: sellingDriverIds.filter((id) => sellingDrivers.includes(id)),
    ...(words && { note: words }),
  };
}

export const sumOf = (shares: Shares): number => activityIds.reduce((sum, id) => sum + shares[id], 0);

const same = (one: TimeSpent, other: TimeSpent) =>
  one.note === other.note &&
  one.sellingDrivers.join() === other.sellingDrivers.join() &&
  activityIds.every((id) => one.shares[id] === other.shares[id]);
