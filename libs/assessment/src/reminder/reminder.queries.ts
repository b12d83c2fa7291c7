import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { auditTable } from '../audit/audit-register/audit-tables';
import { type ReminderRow, reminderTable } from './reminder.table';
import type { ReminderList } from './reminder.views';

@Injectable()
export class Reminders {
  constructor(private readonly readStore: ReadStore) {}

  /** Every reminder sent about an audit, latest first. @throws NotFound */
  ofAudit(context: RequestContext, auditId: string): Promise<ReminderList> {
    return this.readStore.read(context, async (manager) => {
      if (!(await manager.existsBy(auditTable.entity, { auditId }))) throw new NotFound('audit', auditId);
      const order = { remindedAt: 'DESC', reminderId: 'DESC' } as const;
      const rows = await manager.find(reminderTable.entity, { where: { auditId }, order });
      return { items: rows.map(view) };
    });
  }
}

const view = (row: ReminderRow): ReminderList['items'][number] => ({
  id: row.reminderId,
  personId: row.personId,
  parts: [...row.parts],
  leftCount: row.leftCount,
  dueOn: row.dueOn,
  note: row.note,
  by: row.remindedBy,
  at: row.remindedAt.toISOString(),
  dismissedAt: row.dismissedAt?.toISOString() ?? null,
});
