import { z } from 'zod';
import { openPart } from './reminder.events';

export const remindRequest = z.strictObject({
  personId: z.string().min(1).max(200),
  note: z.string().trim().max(2_000).optional(),
});

export const reminderView = z.object({
  id: z.string(),
  personId: z.string(),
  parts: z.array(openPart).describe('As they stood when the reminder was sent'),
  leftCount: z.int(),
  dueOn: z.iso.date().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  dismissedAt: z.iso.datetime().nullable(),
});

/** Latest first. */
export const reminderList = z.object({ items: z.array(reminderView) });
export type ReminderList = z.infer<typeof reminderList>;
