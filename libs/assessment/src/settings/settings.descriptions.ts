import type { Descriptions } from '@mainstay/event-sourcing';
import type { SettingsEvent } from './settings.events';

/** How the audit history tells a change of the settings; the tenant has one record of them. */
export const settingsDescriptions: Descriptions<SettingsEvent> = {
  'assessment.AssessmentSettingsChanged': ({ tenant, data: { from, to, reason } }) => ({
    kind: 'assessment-settings',
    subject: { type: 'assessment-settings', id: tenant },
    before: from,
    after: to,
    why: reason,
  }),
};
