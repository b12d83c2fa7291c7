import type { AuditWork } from '@mainstay/assessment';
import { plain, type Task, type Waiting } from './task';

/** What waits for a person in audits: parts to answer, reminders, questions. @param soon day until which a part is falling due */
export function auditTasks(work: AuditWork, today: string, soon: string): Waiting[] {
  const { reminders, parts, asked, answered, open, ready } = work;
  return [
    ...reminders.map(({ reminderId, auditId, audit, by, note, dueOn, left }): Waiting => ({
      ...plain,
      kind: 'audit-reminder',
      title: audit,
      detail: note,
      by,
      reminderId,
      count: left,
      dueOn,
      link: answers(auditId, { show: 'mine' }),
    })),
    ...parts.map(({ auditId, audit, part, left, dueOn }): Waiting => ({
      ...plain,
      kind: dueOn === null || dueOn > soon ? 'answer-audit' : dueOn < today ? 'audit-overdue' : 'audit-due',
      title: audit,
      detail: part,
      count: left,
      dueOn,
      link: answers(auditId, { show: 'mine' }),
    })),
    ...asked.map((question) => ({ ...asTask(question), kind: 'question-asked' as const })),
    ...answered.map((question) => ({ ...asTask(question), kind: 'question-answered' as const, by: null })),
    ...open.map(({ auditId, audit, count }): Waiting => ({
      ...plain,
      kind: 'audit-questions',
      title: audit,
      count,
      link: answers(auditId, { show: 'question' }),
    })),
    ...ready.map(({ auditId, audit }): Waiting => ({
      ...plain,
      kind: 'sign-off-audit',
      title: audit,
      link: { list: 'audits', id: auditId, filters: { tab: 'review' } },
    })),
  ];
}

const asTask = ({ auditId, actionId, audit, text, author }: AuditWork['asked'][number]) => ({
  ...plain,
  title: audit,
  detail: text,
  by: author,
  link: answers(auditId, { action: actionId }),
});

/** The page on which an audit is answered. */
const answers = (id: string, filters: Record<string, string>): Task['link'] => ({ list: 'answers', id, filters });
