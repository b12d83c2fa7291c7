import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { businessDate, person, prose } from '../fields';
import { account } from './account';
import {
  approveMove,
  categoriseAccount,
  correctDecision,
  proposeMove,
  recategoriseAccount,
  refuseMove,
  takeEffect,
  withdrawMove,
} from './category.decisions';
import { type ApprovalRule, category } from './category';

interface OfAccount {
  readonly accountId: string;
}
interface Ruled {
  /** How many people each direction takes in this enterprise. */
  readonly rule: ApprovalRule;
}

export const categoriseAccountBody = z.strictObject({
  category,
  effectiveOn: businessDate,
  reason: prose.default(''),
  /** Who decided, where it is not the person who records it. */
  decidedBy: person.optional(),
});
export type CategoriseAccountBody = z.infer<typeof categoriseAccountBody> & OfAccount;
export class CategoriseAccount extends Command<CategoriseAccountBody> {}

const move = { category, effectiveOn: businessDate, reason: prose.default(''), resource: prose.optional() };

export const recategoriseAccountBody = z.strictObject({ ...move, approvedBy: z.string().trim().max(100).default('') });
export type RecategoriseAccountBody = z.infer<typeof recategoriseAccountBody> & OfAccount & Ruled;
export class RecategoriseAccount extends Command<RecategoriseAccountBody> {}

export const proposeMoveBody = z.strictObject(move);
export type ProposeMoveBody = z.infer<typeof proposeMoveBody> & OfAccount & { readonly moveId: string };
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
export type CorrectDecisionBody = z.infer<typeof correctDecisionBody> & OfAccount & { readonly decision: number };
export class CorrectDecision extends Command<CorrectDecisionBody> {}

export class TakeEffect extends Command<OfAccount> {}

export const categoryCommands = bind(account, [
  [CategoriseAccount, categoriseAccount],
  [RecategoriseAccount, recategoriseAccount],
  [ProposeMove, proposeMove],
  [ApproveMove, approveMove],
  [RefuseMove, refuseMove],
  [WithdrawMove, withdrawMove],
  [CorrectDecision, correctDecision],
  [TakeEffect, takeEffect],
]);
