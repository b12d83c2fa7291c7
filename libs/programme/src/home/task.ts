import { z } from 'zod';
import { madeOf } from '../dashboard/tile';

/** Why a task stands where it stands. */
export const urgency = z.enum(['overdue', 'others-wait', 'due', 'open']);
export type Urgency = z.infer<typeof urgency>;

/** Something that waits for the person who asks. */
export const task = z.object({
  kind: z.enum([
    'audit-overdue',
    'audit-due',
    'answer-audit',
    'audit-reminder',
    'question-asked',
    'question-answered',
    'audit-questions',
    'sign-off-audit',
    'answer-organisation',
    'settle-organisation',
    'action-overdue',
    'action-due',
    'plan-stale',
    'plan-missing',
    'litmus-due',
    'enter-time',
    'alignment-overdue',
    'alignment-due',
    'move-to-decide',
    'score-round',
    'score-round-overdue',
    'settle-round',
    'exit-point',
    'exit-overdue',
    'check-resource',
    'notices',
    'accounts-unscored',
    'accounts-undecided',
  ]),
  /** What the record is called: audit, account or action; the month of an entry, such as 2026-03. */
  title: z.string().nullable(),
  /** The account that an action belongs to. */
  account: z.string().nullable(),
  detail: z.string().nullable().describe('The part of the audit, or the words that wait for an answer'),
  by: z.string().nullable().describe('Id of the person who asked'),
  reminderId: z.string().nullable().describe('Of the reminder, which the person may dismiss'),
  /** How many things it is about; null for one. */
  count: z.int().nullable(),
  dueOn: z.iso.date().nullable(),
  urgency: urgency.describe('Tasks stand in this order, each kind by date'),
  shownFirst: z.boolean().describe('Home shows it at once: the most urgent, with places kept for what others wait for'),
  link: madeOf,
});
export type Task = z.infer<typeof task>;

/** A task that has not been put in order yet. */
export type Waiting = Omit<Task, 'urgency' | 'shownFirst'>;

/** What most tasks do not say. */
export const plain = {
  title: null,
  account: null,
  detail: null,
  by: null,
  reminderId: null,
  count: null,
  dueOn: null,
};

/** The state of the plans of the accounts that the person leads; they add up to the accounts expected to have one. */
export const picture = z.object({ leads: z.int(), live: z.int(), stale: z.int(), none: z.int() });
export type Picture = z.infer<typeof picture>;

export const homeAnswer = z.object({
  tasks: z.array(task),
  picture: picture.nullable().describe('Null for a person who leads no account'),
});
export type Home = z.infer<typeof homeAnswer>;
