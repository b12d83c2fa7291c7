import { decider, Forbidden, NotFound, type Recorded, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { covers } from '../audit/assignment';
import type { OpenAudit } from '../audit/audit';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { type OpenPart, type ReminderEvent, reminderEvents } from './reminder.events';

export type Reminder =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'sent';
      readonly divisionId?: string;
      readonly auditId: string;
      readonly personId: string;
      readonly dismissed: boolean;
    };

export const reminder = decider<Reminder, ReminderEvent>({
  stream: 'assessment.reminder',
  initial: { kind: 'unknown' },
  events: reminderEvents,
  evolve,
});

function evolve(state: Reminder, event: Recorded<ReminderEvent>): Reminder {
  switch (event.type) {
    case 'assessment.AssessorReminded': {
      const { divisionId, auditId, personId } = event.data;
      return { kind: 'sent', divisionId, auditId, personId, dismissed: false };
    }
    case 'assessment.ReminderDismissed':
      return { ...(state as Extract<Reminder, { kind: 'sent' }>), dismissed: true };
  }
}

/** What an assessor has still to answer or to confirm. */
export interface Left {
  readonly parts: readonly OpenPart[];
  /** Each action once, also where parts overlap. */
  readonly leftCount: number;
}

export function leftOf({ catalogueVersion, assignments, given }: OpenAudit, personId: string): Left {
  const open = phaseAuditOf(catalogueVersion).actions.filter(({ id }) => !given[id]);
  const own = assignments.filter((assigned) => assigned.personId === personId);
  const parts = own.flatMap(({ part, dueOn }) => {
    const left = open.filter((action) => covers(part, action)).length;
    return left === 0 ? [] : [{ part, left, dueOn }];
  });
  return { parts, leftCount: open.filter((action) => own.some(({ part }) => covers(part, action))).length };
}

export interface RemindBody {
  readonly divisionId?: string;
  readonly auditId: string;
  readonly personId: string;
  readonly left: Left;
  readonly note?: string;
}

export function remind(state: Reminder, body: RemindBody): ReminderEvent[] {
  if (state.kind === 'sent') return [];
  const { left, note, ...about } = body;
  const parts = [...left.parts];
  if (parts.length === 0) {
    throw new Refused('reminder.nothing-left', 'personId: nothing of this audit is left for this person to answer.');
  }
  const dueOn = parts.flatMap(({ dueOn }) => dueOn ?? []).sort()[0];
  const data = { ...about, parts, leftCount: left.leftCount, dueOn, note: note?.trim() || undefined };
  return [{ type: 'assessment.AssessorReminded', data }];
}

export interface DismissBody {
  readonly auditId: string;
  readonly reminderId: string;
}

export function dismiss(
  state: Reminder,
  { auditId, reminderId }: DismissBody,
  context: RequestContext,
): ReminderEvent[] {
  if (state.kind === 'unknown' || state.auditId !== auditId) throw new NotFound('reminder', reminderId);
  const { divisionId, personId, dismissed } = state;
  if (personId !== context.actor) {
    throw new Forbidden('reminder.not-yours', 'Only the person who was reminded dismisses the reminder.');
  }
  return dismissed ? [] : [{ type: 'assessment.ReminderDismissed', data: { divisionId, auditId, personId } }];
}
