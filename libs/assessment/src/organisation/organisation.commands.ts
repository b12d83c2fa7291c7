import { bind, Command } from '@mainstay/event-sourcing';
import { organisation } from './organisation';
import {
  answerCell,
  type AnswerCellBody,
  assignAssessors,
  markTransnational,
  type OfAssessment,
  openAssessment,
  type OpenBody,
} from './organisation.rules';
import { reopen, settleAgreed, settleCell, type SettleCellBody, signOff } from './settling';

export class OpenOrganisationAssessment extends Command<OpenBody> {}
export class AssignOrganisationAssessors extends Command<OfAssessment & { readonly assessorIds: readonly string[] }> {}
export class AnswerCell extends Command<AnswerCellBody> {}
export class MarkTransnational extends Command<
  OfAssessment & { readonly transnational: boolean; readonly reason: string }
> {}
export class SettleCell extends Command<SettleCellBody> {}
export class SettleAgreedCells extends Command<OfAssessment> {}
export class SignOffOrganisation extends Command<OfAssessment & { readonly note?: string }> {}
export class ReopenOrganisation extends Command<OfAssessment & { readonly reason: string }> {}

export const organisationCommands = bind(organisation, [
  [OpenOrganisationAssessment, openAssessment],
  [AssignOrganisationAssessors, assignAssessors],
  [AnswerCell, answerCell],
  [MarkTransnational, markTransnational],
  [SettleCell, settleCell],
  [SettleAgreedCells, settleAgreed],
  [SignOffOrganisation, signOff],
  [ReopenOrganisation, reopen],
]);
