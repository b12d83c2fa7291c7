import { bind, Command } from '@mainstay/event-sourcing';
import { setProfile, type SetProfileBody, timeProfile } from './profile/time-profile';
import { recordTime, type RecordTimeBody, timeRecord } from './record/time-record';

export class SetTimeProfile extends Command<SetProfileBody> {}
export class RecordTime extends Command<RecordTimeBody> {}

export const timeUseCommands = [
  ...bind(timeProfile, [[SetTimeProfile, setProfile]]),
  ...bind(timeRecord, [[RecordTime, recordTime]]),
];
