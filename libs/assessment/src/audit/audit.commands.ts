import { bind, Command } from '@mainstay/event-sourcing';
import { type AnswerBody, answerAction, type ConfirmBody, confirmAnswers } from './answering';
import { type AssignBody, type AssignPartsBody, assign, assignParts } from './assign';
import { audit } from './audit';
import { open, type OpenAuditBody } from './open-audit';

export class OpenAudit extends Command<OpenAuditBody> {}
export class AssignAssessors extends Command<AssignBody> {}
export class AssignParts extends Command<AssignPartsBody> {}
export class AnswerAction extends Command<AnswerBody> {}
export class ConfirmAnswers extends Command<ConfirmBody> {}

export const auditCommands = bind(audit, [
  [OpenAudit, open],
  [AssignAssessors, assign],
  [AssignParts, assignParts],
  [AnswerAction, answerAction],
  [ConfirmAnswers, confirmAnswers],
]);
