import type { AuditWork } from '@mainstay/assessment';
import { auditTasks } from './audit-tasks';
import { categoryTasks, type ExitTask, type ResourceTask } from './category-tasks';
import type { OrganisationWork } from './organisation-work';
import { roundTasks, type RoundWork } from './round-work';
import { type Picture, plain, type Task, type Waiting } from './task';
import { byUrgency } from './urgency';

/** What the read models say of the person's own work. */
export interface OwnWork {
  readonly personId: string;
  readonly today: string;
  /** Until this day something counts as falling due. */
  readonly soon: string;
  readonly audits: AuditWork;
  readonly organisation: OrganisationWork;
  /** Open actions that are overdue or fall due soon, the oldest first. */
  readonly actions: readonly {
    readonly accountId: string;
    readonly account: string;
    readonly title: string;
    readonly dueOn: string;
  }[];
  /** Of the programme, to be done by the person: overdue or falling due soon, the oldest first. */
  readonly programmeActions: readonly { readonly id: string; readonly title: string; readonly dueOn: string }[];
  readonly picture: Picture | null;
  /** Key accounts led of which a litmus test was never taken, or not within twelve months. */
  readonly litmusDue: number;
  /** The month, such as 2026-03, that the person has not said anything about; null where nothing is missing. */
  readonly missingMonth: string | null;
  /** Moves between categories that others proposed and the person may approve or refuse, the oldest first. */
  readonly moves: readonly { readonly accountId: string; readonly account: string; readonly by: string }[];
  /** Alignment reviews with customers whose accounts the person leads: overdue or falling due soon, the oldest first. */
  readonly alignment: readonly { readonly accountId: string; readonly account: string; readonly dueOn: string }[];
  /** Points of exits that the person sees to: overdue or falling due soon, the oldest first. */
  readonly exitPoints: readonly ExitTask[];
  /** Resources named in decisions that the person has to hold against what moved, the oldest first. */
  readonly resources: readonly ResourceTask[];
  /** Decisions that concern the person, and that he or she has not taken note of. */
  readonly notices: number;
  /** In the round that is open: accounts to score, and to settle. */
  readonly rounds: readonly RoundWork[];
  /** Null for a person who may not decide about the portfolio. */
  readonly portfolio: { readonly unscored: number; readonly undecided: number } | null;
}

/** What needs the person today, the most urgent first. */
export function tasksOf(work: OwnWork): Task[] {
  const { personId, today, soon, audits, actions, programmeActions, picture, litmusDue, missingMonth, portfolio } =
    work;
  const plans = (kind: Task['kind'], state: string, count = 0): Waiting[] =>
    count === 0 ? [] : [{ ...plain, kind, count, link: { list: 'plans', filters: { leadId: personId, state } } }];
  const accounts = (kind: Task['kind'], filters: Record<string, string>, count = 0): Waiting[] =>
    count === 0 ? [] : [{ ...plain, kind, count, link: { list: 'accounts', filters } }];
  const tasks = [
    ...actions.map(({ accountId, account, title, dueOn }): Waiting => ({
      ...plain,
      kind: dueOn < today ? 'action-overdue' : 'action-due',
      title,
      account,
      dueOn,
      link: { list: 'plans', id: accountId, filters: {} },
    })),
    ...programmeActions.map(({ id, title, dueOn }): Waiting => ({
      ...plain,
      kind: dueOn < today ? 'action-overdue' : 'action-due',
      title,
      dueOn,
      link: { list: 'actions', id, filters: {} },
    })),
    ...auditTasks(audits, today, soon),
    ...organisationTasks(work.organisation),
    ...work.moves.map(({ accountId, account, by }): Waiting => ({
      ...plain,
      kind: 'move-to-decide',
      title: account,
      by,
      link: { list: 'accounts', id: accountId, filters: {} },
    })),
    ...work.alignment.map(({ accountId, account, dueOn }): Waiting => ({
      ...plain,
      kind: dueOn < today ? 'alignment-overdue' : 'alignment-due',
      title: account,
      dueOn,
      link: { list: 'accounts', id: accountId, filters: { tab: 'knowledge' } },
    })),
    ...categoryTasks(work),
    ...roundTasks(work.rounds, today),
    ...plans('plan-stale', 'stale', picture?.stale),
    ...plans('plan-missing', 'none', picture?.none),
    ...(litmusDue === 0 ? [] : [litmusTask(personId, litmusDue)]),
    ...(missingMonth === null ? [] : [timeTask(missingMonth)]),
    ...accounts('accounts-unscored', { sort: 'attractiveness' }, portfolio?.unscored),
    ...accounts('accounts-undecided', { category: 'prospect' }, portfolio?.undecided),
  ];
  return byUrgency(tasks, work);
}

const organisationTasks = ({ answer, settle }: OrganisationWork): Waiting[] =>
  [
    ...answer.map((cells) => ({ ...cells, kind: 'answer-organisation' as const })),
    ...settle.map((cells) => ({ ...cells, kind: 'settle-organisation' as const })),
  ].map(({ kind, id, title, count }): Waiting => ({
    ...plain,
    kind,
    title,
    count,
    link: { list: 'organisation', id, filters: kind === 'settle-organisation' ? { tab: 'settle' } : {} },
  }));

const timeTask = (month: string): Waiting => ({
  ...plain,
  kind: 'enter-time',
  title: month,
  link: { list: 'time', filters: { period: month } },
});

const litmusTask = (leadId: string, count: number): Waiting => ({
  ...plain,
  kind: 'litmus-due',
  count,
  link: { list: 'litmus', filters: { leadId, due: 'true' } },
});
