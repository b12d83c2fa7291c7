import { column, projection, readTable } from '@mainstay/read-store';
import { settingsEvents } from './settings.events';

/** One row a tenant, from its first change on. */
export const settingsTable = readTable('assessment_settings', {
  key: ['settingsId'],
  columns: {
    settingsId: column.text(),
    threshold: column.integer(),
    changedBy: column.text(),
    changedAt: column.moment(),
    reason: column.text(),
    version: column.integer(),
  },
});

export const assessmentSettings = projection({
  name: 'assessment.settings',
  version: 1,
  events: settingsEvents,
  tables: { settings: settingsTable },
  on: {
    'assessment.AssessmentSettingsChanged': (event, rows) =>
      rows.settings.put({
        settingsId: event.tenant,
        ...event.data.to,
        changedBy: event.metadata.actor,
        changedAt: event.recorded,
        reason: event.data.reason,
        version: event.version,
      }),
  },
});
