import type { Task, Urgency, Waiting } from './task';

const order: readonly Urgency[] = ['overdue', 'others-wait', 'due', 'open'];

/** Somebody else cannot go on before it is done: what is proposed, asked, or ready to be settled or signed off. */
const othersWait: readonly Task['kind'][] = [
  'move-to-decide',
  'sign-off-audit',
  'question-asked',
  'audit-reminder',
  'settle-organisation',
  'settle-round',
];

/**
 * Puts tasks in the order in which they need the person: what is overdue, then what others wait for, then what falls due
 * soon, then the rest; in each by date, what has none last and otherwise as it was given.
 */
export function byUrgency(tasks: readonly Waiting[], { today, soon }: { today: string; soon: string }): Task[] {
  const urgencyOf = ({ kind, dueOn }: Waiting): Urgency => {
    if (dueOn !== null && dueOn < today) return 'overdue';
    if (othersWait.includes(kind)) return 'others-wait';
    return dueOn !== null && dueOn <= soon ? 'due' : 'open';
  };
  return tasks
    .map((task) => ({ ...task, urgency: urgencyOf(task) }))
    .sort((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency) || byDate(one, other));
}

/** No date sorts behind every date. */
const byDate = ({ dueOn: one }: Waiting, { dueOn: other }: Waiting): number => {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
};
