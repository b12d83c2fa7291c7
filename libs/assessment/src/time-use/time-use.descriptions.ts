import { type Descriptions, idOfStream, type Recorded } from '@mainstay/event-sourcing';
import type { TimeProfileEvent } from './profile/time-profile';
import type { TimeRecordEvent } from './record/time-record.events';

/**
 * How the audit history tells what happened to profile and records. Where a person's time went is the person's own: the
 * history says that it was recorded and for which period. Shares, note and reason are in the record alone.
 */
export const timeUseDescriptions: Descriptions<TimeProfileEvent | TimeRecordEvent> = {
  'assessment.TimeProfileSet': ({ tenant, stream, data: { version, from, to, reason } }) => ({
    kind: 'time-profile',
    subject: { type: 'time-profile', id: idOfStream(tenant, stream) },
    detail: String(version),
    before: from,
    after: to,
    why: reason,
  }),
  'assessment.TimeRecorded': (event) => recorded(event),
  'assessment.TimeCorrected': (event) => recorded(event),
};

const recorded = ({ tenant, stream, data: { period } }: Recorded<TimeRecordEvent>) => ({
  kind: 'time-record',
  subject: { type: 'time-record', id: idOfStream(tenant, stream) },
  detail: period,
});

/** Events whose payload is nobody's business but the person's and the line manager's: the audit history withholds it. */
export const confidentialEvents: readonly string[] = [
  'assessment.TimeRecorded',
  'assessment.TimeCorrected',
] satisfies TimeRecordEvent['type'][];
