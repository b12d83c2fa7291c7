import { bind, Command } from '@mainstay/event-sourcing';
import { type AnswerBody, answerAction, type ConfirmBody, confirmAnswers } from './answering';
import { type AssignBody, type AssignPartsBody, assign, assignParts } from './assign';
import { audit } from './audit';
import {
  type AttachFileBody,
  attachFile,
  type ReviseFileBody,
  reviseFile,
  type WithdrawFileBody,
  withdrawFile,
} from './evidence-file';
import { open, type OpenAuditBody } from './open-audit';
import { reopen, type ReopenBody, signOff, type SignOffBody } from './sign-off';

export class OpenAudit extends Command<OpenAuditBody> {}
export class AssignAssessors extends Command<AssignBody> {}
export class AssignParts extends Command<AssignPartsBody> {}
export class AnswerAction extends Command<AnswerBody> {}
export class ConfirmAnswers extends Command<ConfirmBody> {}
export class SignAuditOff extends Command<SignOffBody> {}
export class ReopenAudit extends Command<ReopenBody> {}
export class AttachFile extends Command<AttachFileBody> {}
export class ReviseFile extends Command<ReviseFileBody> {}
export class WithdrawFile extends Command<WithdrawFileBody> {}

export const auditCommands = bind(audit, [
  [OpenAudit, open],
  [AssignAssessors, assign],
  [AssignParts, assignParts],
  [AnswerAction, answerAction],
  [ConfirmAnswers, confirmAnswers],
  [SignAuditOff, signOff],
  [ReopenAudit, reopen],
  [AttachFile, attachFile],
  [ReviseFile, reviseFile],
  [WithdrawFile, withdrawFile],
]);
