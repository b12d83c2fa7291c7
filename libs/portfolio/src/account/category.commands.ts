import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { businessDate, person, prose } from '../fields';
import { account } from './account';
import {
  approveMove,
  categoriseAccount,
  correctDecision,
  leaveRetired,
  proposeMove,
  recategoriseAccount,
  refuseMove,
  takeEffect,
  withdrawMove,
} from './category.decisions';
import type { MoveRule } from '../category/move-rules';
import { type Category, category } from './category';
import { resourceLine } from './resource/resource.events';

interface OfAccount {
  readonly accountId: string;
}
/** The round in which the decision is made, where it is made in one. */
interface InRound {
  readonly roundId?: string;
}
interface Ruled {
  readonly rule: MoveRule;
}

export const categoriseAccountBody = z.strictObject({
  category,
  effectiveOn: businessDate,
  reason: prose.default(''),
  /** Who decided, where it is not the person who records it. */
  decidedBy: person.optional(),
});
export type CategoriseAccountBody = z.infer<typeof categoriseAccountBody> & OfAccount & Ruled & InRound;
export class CategoriseAccount extends Command<CategoriseAccountBody> {}

const move = {
  category,
  effectiveOn: businessDate,
  reason: prose.default(''),
  resource: prose.optional(),
  /** What moves with it, line by line: checked later. */
  resources: z.array(resourceLine).max(20, 'must be at most 20 lines').optional(),
  /** When it is checked whether it moved; 90 days after the move where left out. */
  checkOn: businessDate.optional(),
};

export const recategoriseAccountBody = z.strictObject({ ...move, approvedBy: z.string().trim().max(100).default('') });
export type RecategoriseAccountBody = z.infer<typeof recategoriseAccountBody> & OfAccount & Ruled;
export class RecategoriseAccount extends Command<RecategoriseAccountBody> {}

export const proposeMoveBody = z.strictObject(move);
export type ProposeMoveBody = z.infer<typeof proposeMoveBody> &
  OfAccount &
  Ruled &
  InRound & { readonly moveId: string };
export class ProposeMove extends Command<ProposeMoveBody> {}

export type ApproveMoveBody = OfAccount & Ruled & { readonly moveId: string };
export class ApproveMove extends Command<ApproveMoveBody> {}

export const endMoveBody = z.strictObject({ reason: prose.default('') });
export type EndMoveBody = z.infer<typeof endMoveBody> & OfAccount & { readonly moveId: string };
export class RefuseMove extends Command<EndMoveBody> {}
export class WithdrawMove extends Command<EndMoveBody> {}

export const correctDecisionBody = z.strictObject({
  /** Null: there was no such decision. */
  to: z.strictObject({ category, effectiveOn: businessDate }).nullable(),
  reason: prose.default(''),
});
export type CorrectDecisionBody = z.infer<typeof correctDecisionBody> &
  OfAccount &
  Ruled & { readonly decision: number };
export class CorrectDecision extends Command<CorrectDecisionBody> {}

/** The category is retired: its accounts go where the enterprise said. */
export type LeaveRetiredBody = OfAccount & {
  readonly from: Category;
  readonly to: Category;
  readonly effectiveOn: string;
  readonly reason: string;
};
export class LeaveRetired extends Command<LeaveRetiredBody> {}

export class TakeEffect extends Command<OfAccount> {}

export const categoryCommands = bind(account, [
  [CategoriseAccount, categoriseAccount],
  [RecategoriseAccount, recategoriseAccount],
  [ProposeMove, proposeMove],
  [ApproveMove, approveMove],
  [RefuseMove, refuseMove],
  [WithdrawMove, withdrawMove],
  [CorrectDecision, correctDecision],
  [LeaveRetired, leaveRetired],
  [TakeEffect, takeEffect],
]);
