import type { Task, Urgency, Waiting } from './task';

const order: readonly Urgency[] = ['overdue', 'others-wait', 'due', 'open'];

/** Proposed by somebody or made ready, and not in force before the person has decided. */
const approvals: readonly Task['kind'][] = ['move-to-decide', 'sign-off-audit', 'settle-organisation', 'settle-round'];

/** Somebody else cannot go on before it is done: what is to be approved, asked, or reminded of. */
const othersWait: readonly Task['kind'][] = [...approvals, 'question-asked', 'audit-reminder'];

/** Home shows so many tasks at once, and keeps so many of these places for what others wait for. */
const SHOWN = 8;
const KEPT = 3;

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
  const ordered = tasks
    .map((task) => ({ ...task, urgency: urgencyOf(task) }))
    .sort((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency) || byDate(one, other));
  const first = shownFirst(ordered);
  return ordered.map((task) => ({ ...task, shownFirst: first.has(task) }));
}

/**
 * A person's own arrears never hide that others wait: some of the places are kept for that, approvals before questions and
 * reminders. What is not needed for it, and all other places, go to the most urgent.
 */
function shownFirst<Given extends Pick<Task, 'kind'>>(ordered: readonly Given[]): ReadonlySet<Given> {
  const waited = ordered.filter(({ kind }) => othersWait.includes(kind));
  const toApprove = waited.filter(({ kind }) => approvals.includes(kind));
  const kept = [...new Set([...toApprove, ...waited])].slice(0, KEPT);
  return new Set([...new Set([...kept, ...ordered])].slice(0, SHOWN));
}

/** No date sorts behind every date. */
const byDate = ({ dueOn: one }: Waiting, { dueOn: other }: Waiting): number => {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
};
