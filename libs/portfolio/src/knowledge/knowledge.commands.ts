import { bind, Command } from '@mainstay/event-sourcing';
import { alignmentReview, correctReview, type CorrectReview, holdReview, type HoldReview } from './alignment';
import {
  competitor,
  placeCompetitor,
  type PlaceCompetitor,
  reassessCompetitor,
  type ReassessCompetitor,
} from './competitor';
import { answerIdea, type AnswerIdea, changeIdea, type ChangeIdea, idea, pitchIdea, type PitchIdea } from './idea';
import {
  note,
  restoreNote,
  reviseNote,
  type ReviseNote,
  withdrawNote,
  type WithdrawNote,
  writeNote,
  type WriteNote,
} from './note';

export class WriteAccountNote extends Command<WriteNote> {}
export class ReviseAccountNote extends Command<ReviseNote> {}
export class WithdrawAccountNote extends Command<WithdrawNote> {}
export class RestoreAccountNote extends Command<WithdrawNote> {}
export class PlaceAccountCompetitor extends Command<PlaceCompetitor> {}
export class ReassessAccountCompetitor extends Command<ReassessCompetitor> {}
export class PitchAccountIdea extends Command<PitchIdea> {}
export class ChangeAccountIdea extends Command<ChangeIdea> {}
export class AnswerAccountIdea extends Command<AnswerIdea> {}
export class HoldAlignmentReview extends Command<HoldReview> {}
export class CorrectAlignmentReview extends Command<CorrectReview> {}

export const knowledgeCommands = [
  ...bind(note, [
    [WriteAccountNote, writeNote],
    [ReviseAccountNote, reviseNote],
    [WithdrawAccountNote, withdrawNote],
    [RestoreAccountNote, restoreNote],
  ]),
  ...bind(competitor, [
    [PlaceAccountCompetitor, placeCompetitor],
    [ReassessAccountCompetitor, reassessCompetitor],
  ]),
  ...bind(idea, [
    [PitchAccountIdea, pitchIdea],
    [ChangeAccountIdea, changeIdea],
    [AnswerAccountIdea, answerIdea],
  ]),
  ...bind(alignmentReview, [
    [HoldAlignmentReview, holdReview],
    [CorrectAlignmentReview, correctReview],
  ]),
];
