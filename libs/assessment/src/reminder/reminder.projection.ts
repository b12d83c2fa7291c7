import { idOfStream } from '@mainstay/event-sourcing';
import { projection } from '@mainstay/read-store';
import { reminderEvents } from './reminder.events';
import { reminderTable } from './reminder.table';

export const reminderRegister = projection({
  name: 'assessment.reminder-register',
  version: 1,
  events: reminderEvents,
  tables: { reminder: reminderTable },
  on: {
    'assessment.AssessorReminded': (event, rows) => {
      const { auditId, personId, parts, leftCount, dueOn, note } = event.data;
      const sent = { remindedBy: event.metadata.actor, remindedAt: event.recorded };
      const reminderId = idOfStream(event.tenant, event.stream);
      rows.reminder.insert({ reminderId, auditId, personId, parts, leftCount, dueOn, note, ...sent });
    },
    'assessment.ReminderDismissed': (event, rows) => {
      rows.reminder.update({ reminderId: idOfStream(event.tenant, event.stream) }, { dismissedAt: event.recorded });
    },
  },
});
