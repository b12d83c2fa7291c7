import { idOfStream, type RecordedEvent } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { timeProfileEvents } from './profile/time-profile';
import { closingOf, periodOf } from './record/period';
import { timeRecordEvents } from './record/time-record.events';
import { timeProfileTable, timeRecordTable, timeRevisionTable } from './time-use.tables';

export const timeUse = projection({
  name: 'assessment.time-use',
  version: 1,
  events: { ...timeProfileEvents, ...timeRecordEvents },
  tables: { profiles: timeProfileTable, records: timeRecordTable, revisions: timeRevisionTable },
  on: {
    'assessment.TimeProfileSet': ({ data, metadata, recorded }, { profiles }) => {
      const { version, effectiveFrom, to, reason } = data;
      profiles.insert({ version, effectiveFrom, shares: to, reason, setBy: metadata.actor, setAt: recorded });
    },
    'assessment.TimeRecorded': (event, { records, revisions }) => {
      const { personId, period, profileVersion, divisionId, ...spent } = event.data;
      const { kind, firstDay, month } = periodOf(period);
      const said = { recordedAt: event.recorded, version: event.version };
      records.insert({
        recordId: recordOf(event),
        personId,
        period,
        kind,
        firstDay,
        month,
        divisionId,
        profileVersion,
        spent,
        counted: inTime(event, month) ? spent : null,
        corrections: 0,
        ...said,
      });
      revisions.insert({ recordId: recordOf(event), spent, ...said });
    },
    'assessment.TimeCorrected': (event, { records, revisions }) => {
      const { to: spent, reason } = event.data;
      const said = { recordedAt: event.recorded, version: event.version };
      records.update({ recordId: recordOf(event) }, ({ corrections, counted, month }) => ({
        spent,
        counted: inTime(event, month) ? spent : counted,
        corrections: corrections + 1,
        ...said,
      }));
      revisions.insert({ recordId: recordOf(event), spent, reason, ...said });
    },
  },
});

const recordOf = ({ tenant, stream }: RecordedEvent) => idOfStream(tenant, stream);

const inTime = ({ recorded }: RecordedEvent, month: string) => recorded < closingOf(month);
