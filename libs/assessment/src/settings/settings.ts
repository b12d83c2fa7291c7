import { decider, Refused } from '@mainstay/event-sourcing';
import { DEFAULT_THRESHOLD } from '../results/standing';
import { type Settings, type SettingsEvent, settingsEvents } from './settings.events';

export interface ChangeSettingsBody extends Settings {
  readonly reason: string;
}

/** What holds until the enterprise says otherwise. */
export const defaultSettings: Settings = { threshold: DEFAULT_THRESHOLD };

/** One stream per tenant: how the enterprise reads its own assessments. */
export const settings = decider<Settings, SettingsEvent>({
  stream: 'assessment.settings',
  initial: defaultSettings,
  events: settingsEvents,
  evolve: (_, { data }) => data.to,
});

export function changeSettings(from: Settings, { threshold, reason }: ChangeSettingsBody): SettingsEvent[] {
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > 100) {
    throw new Refused('settings.threshold-range', 'threshold: must be a whole number of per cent from 1 to 100.');
  }
  if (threshold === from.threshold) return [];
  if (!reason.trim()) throw new Refused('settings.reason-missing', 'reason: say why the threshold changes.');
  return [{ type: 'assessment.AssessmentSettingsChanged', data: { from, to: { threshold }, reason: reason.trim() } }];
}
