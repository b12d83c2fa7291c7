import { bind, Command } from '@mainstay/event-sourcing';
import { type AnswerBody, answerAction, type AssignBody, assign, audit, open, type OpenAuditBody } from './audit';

export class OpenAudit extends Command<OpenAuditBody> {}
export class AssignAssessors extends Command<AssignBody> {}
export class AnswerAction extends Command<AnswerBody> {}

export const auditCommands = bind(audit, [
  [OpenAudit, open],
  [AssignAssessors, assign],
  [AnswerAction, answerAction],
]);
