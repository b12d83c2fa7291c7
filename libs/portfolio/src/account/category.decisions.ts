import { Conflict, Forbidden, NotFound, type RequestContext, Refused } from '@mainstay/event-sourcing';
import type { Account, RegisteredAccount } from './account';
import type { AccountEvent } from './account.events';
import { assertEffectiveDate, assertInUse, assertMayChange, registered } from './account.rules';
import type {
  ApproveMoveBody,
  CategoriseAccountBody,
  CorrectDecisionBody,
  EndMoveBody,
  ProposeMoveBody,
  RecategoriseAccountBody,
  LeaveRetiredBody,
} from './category.commands';
import { assertKnown, orderOf, setOn } from '../category/categories';
import type { MoveRule } from '../category/move-rules';
import { type Category, directionOf } from './category';
import { exitOf } from './exit/exit.decisions';
import { resourceOf } from './resource/resource.decisions';
import { inForceOn } from './category-timeline';

/** The first decision on an account's category; every later one is a recategorisation. */
export function categoriseAccount(
  state: Account,
  body: CategoriseAccountBody,
  context: RequestContext,
): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertInUse(present);
  const { category, effectiveOn } = body;
  const [first] = present.decisions;
  if (first) {
    if (category === first.category && effectiveOn === first.effectiveOn) return [];
    throw new Refused(
      'category.already-decided',
      `The account was put into ${first.category} from ${first.effectiveOn}; recategorise it instead.`,
    );
  }
  assertReason(body.reason, 'Say why the account belongs into this category.');
  assertEffectiveDate(effectiveOn, context);
  assertKnown(body.rule.sets, category, { effectiveOn, today: dayOf(context) });
  const data = {
    category,
    effectiveOn,
    reason: body.reason,
    decidedBy: body.decidedBy ?? context.actor,
    ...roundOf(body),
  };
  return [{ type: 'portfolio.AccountCategorised', data: { ...data, ...suggestionOf(present) }, effectiveOn }];
}

/**
 * A later decision that one person may record: it was taken elsewhere, and the approver is named. Where the enterprise
 * wants two people for the move it is proposed and approved instead.
 */
export function recategoriseAccount(
  state: Account,
  body: RecategoriseAccountBody,
  context: RequestContext,
): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertInUse(present);
  const { category: to, effectiveOn, resource, rule } = body;
  if (holds(present, to, effectiveOn)) return [];
  const from = fromOn(present, to, effectiveOn);
  assertReason(body.reason, 'Say why the category changes.');
  if (!body.approvedBy)
    throw new Refused('category.approver-missing', 'approvedBy: name the person who approved the change.');
  assertEffectiveDate(effectiveOn, context);
  assertKnown(rule.sets, to, { effectiveOn, today: dayOf(context) });
  const direction = directionOn(rule, from, to, effectiveOn);
  if (rule.approval[direction] === 'two') {
    throw new Refused(
      'category.approval-needed',
      'A move like this takes two people here: propose it, and somebody else approves it.',
    );
  }
  const data = { from, to, effectiveOn, reason: body.reason, approvedBy: body.approvedBy, resource: resource || null };
  const moves = { ...resourceOf(body.accountId, body), concerned: [...rule.concerned] };
  return [
    { type: 'portfolio.AccountRecategorised', data: { ...data, ...suggestionOf(present), ...moves }, effectiveOn },
    ...exitOf(present, { from, to, effectiveOn, direction }, rule.exitPoints),
  ];
}

/** Says what should move and why; nothing changes until somebody else approves it. */
export function proposeMove(state: Account, body: ProposeMoveBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertMayChange(present, context, 'kam-unit-head', 'programme-lead');
  const { moveId, category: to, effectiveOn, resource, reason, rule } = body;
  if (present.proposed?.moveId === moveId) return [];
  if (present.proposed) {
    throw new Conflict(
      'category.move-open',
      `A move to ${present.proposed.to} waits for approval; approve, refuse or withdraw it first.`,
    );
  }
  const from = fromOn(present, to, effectiveOn);
  assertReason(reason, 'Say why the category should change.');
  assertEffectiveDate(effectiveOn, context);
  assertKnown(rule.sets, to, { effectiveOn, today: dayOf(context) });
  const direction = directionOn(rule, from, to, effectiveOn);
  const moves = resourceOf(body.accountId, body);
  const data = { moveId, from, to, effectiveOn, reason, direction, resource: resource || null, ...moves };
  return [{ type: 'portfolio.CategoryMoveProposed', data: { ...data, ...suggestionOf(present), ...roundOf(body) } }];
}

/** Four eyes: whoever proposed a move does not approve it, unless the enterprise says that one person is enough. */
export function approveMove(state: Account, body: ApproveMoveBody, { actor }: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  const move = openMove(present, body.moveId);
  const { moveId, from, to, effectiveOn, reason, resource, proposedBy, roundId, resources, checkOn } = move;
  const direction = directionOn(body.rule, from, to, effectiveOn);
  if (proposedBy === actor && body.rule.approval[direction] === 'two') {
    throw new Forbidden('category.own-proposal', 'You proposed this move yourself; somebody else has to approve it.');
  }
  if (fromOn(present, to, effectiveOn) !== from) {
    throw new Conflict(
      'category.move-outdated',
      `The account has moved since this was proposed; refuse it, and propose again from where it is now.`,
    );
  }
  const data = {
    from,
    to,
    effectiveOn,
    reason,
    approvedBy: actor,
    resource,
    moveId,
    proposedBy,
    ...roundOf({ roundId }),
    ...(resources ? { resources, checkOn } : {}),
    concerned: [...new Set([...body.rule.concerned, proposedBy])].sort(),
  };
  return [
    { type: 'portfolio.AccountRecategorised', data: { ...data, ...suggestionOf(present) }, effectiveOn },
    ...exitOf(present, { from, to, effectiveOn, direction }, body.rule.exitPoints),
  ];
}

export function refuseMove(state: Account, body: EndMoveBody): AccountEvent[] {
  const { moveId, to, proposedBy } = openMove(registered(state, body.accountId), body.moveId);
  assertReason(body.reason, 'Say why the move is refused.');
  const data = { moveId, to, reason: body.reason, concerned: [proposedBy] };
  return [{ type: 'portfolio.CategoryMoveRefused', data }];
}

export function withdrawMove(state: Account, body: EndMoveBody, { actor }: RequestContext): AccountEvent[] {
  const { moveId, to, proposedBy } = openMove(registered(state, body.accountId), body.moveId);
  if (proposedBy !== actor) {
    throw new Forbidden(
      'category.not-proposer',
      'Only the person who proposed a move withdraws it; refuse it instead.',
    );
  }
  assertReason(body.reason, 'Say why the move is withdrawn.');
  return [{ type: 'portfolio.CategoryMoveWithdrawn', data: { moveId, to, reason: body.reason } }];
}

/**
 * Mends what had been recorded wrongly. Both stay readable: the first record, and what it says from now on. It is no way
 * round the second person: another category, where a move to it takes two, is proposed and approved.
 */
export function correctDecision(state: Account, body: CorrectDecisionBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  const struckOut = present.struckOut.find(({ decision }) => decision === body.decision);
  const wrong = struckOut ?? present.decisions.find(({ decision }) => decision === body.decision);
  if (!wrong) throw new NotFound('decision', String(body.decision));
  const { category, effectiveOn } = wrong;
  const same = body.to?.category === category && body.to.effectiveOn === effectiveOn;
  if (struckOut ? !body.to : same) return [];
  assertReason(body.reason, 'Say what was recorded wrongly.');
  if (body.to) {
    assertEffectiveDate(body.to.effectiveOn, context);
    const day = { effectiveOn: body.to.effectiveOn, today: dayOf(context) };
    assertKnown(body.rule.sets, body.to.category, day);
    // One person makes the first decision, so one person corrects it.
    const alone = wrong === present.decisions[0] || body.to.category === category;
    if (!alone && body.rule.approval[directionOn(body.rule, category, body.to.category, day.effectiveOn)] === 'two') {
      throw new Refused(
        'category.approval-needed',
        `A move from ${category} to ${body.to.category} takes two people here: say that there was no such decision, and propose the right one.`,
      );
    }
  }
  const said = { from: { category, effectiveOn }, to: body.to, reason: body.reason };
  const data = { decision: body.decision, ...said, concerned: [...body.rule.concerned] };
  return [{ type: 'portfolio.CategoryDecisionCorrected', data, effectiveOn: body.to?.effectiveOn ?? effectiveOn }];
}

/** The category was retired: the account goes where the enterprise said, by that setting and nobody's judgement of it. */
export function leaveRetired(state: Account, body: LeaveRetiredBody, { actor }: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  const { from, to, effectiveOn, reason } = body;
  if (present.archived || inForceOn(present.decisions, effectiveOn)?.category !== from) return [];
  const data = { from, to, effectiveOn, reason, approvedBy: actor, resource: null };
  return [{ type: 'portfolio.AccountRecategorised', data: { ...data, ...suggestionOf(present) }, effectiveOn }];
}

/** Nobody's command: the day of a decision made ahead has come. */
export function takeEffect(
  state: Account,
  { accountId }: { accountId: string },
  { now }: RequestContext,
): AccountEvent[] {
  const { decisions, category: from, effectiveOn: since } = registered(state, accountId);
  const held = inForceOn(decisions, now.toISOString().slice(0, 10));
  if (!held || (held.category === from && held.effectiveOn === since)) return [];
  const { decision, category: to, effectiveOn } = held;
  return [{ type: 'portfolio.CategoryTookEffect', data: { decision, from, to, effectiveOn }, effectiveOn }];
}

/** The category that a move would replace on its day. @throws Refused where there is none, or it is the same */
function fromOn({ decisions }: RegisteredAccount, to: Category, effectiveOn: string): Category {
  if (decisions.length === 0) {
    throw new Refused('category.not-decided', 'The account has no category yet; categorise it first.');
  }
  const held = inForceOn(decisions, effectiveOn);
  if (held?.category === to) {
    throw new Refused('category.unchanged', `category: on that day the account is in ${to} since ${held.effectiveOn}.`);
  }
  return held?.category ?? 'prospect';
}

/** The very decision that holds on that day. */
function holds({ decisions }: RegisteredAccount, category: Category, effectiveOn: string): boolean {
  const held = inForceOn(decisions, effectiveOn);
  return held?.category === category && held.effectiveOn === effectiveOn;
}

const directionOn = ({ sets }: MoveRule, from: Category, to: Category, effectiveOn: string) =>
  directionOf(from, to, orderOf(setOn(sets, effectiveOn)));

const dayOf = ({ recordedAt, now }: RequestContext): string => (recordedAt ?? now).toISOString().slice(0, 10);

const suggestionOf = ({ scoring }: RegisteredAccount) => ({
  suggested: scoring?.suggested ?? null,
  criteriaVersion: scoring?.criteriaVersion ?? null,
});

const roundOf = ({ roundId }: { readonly roundId?: string | undefined }) => (roundId ? { roundId } : {});

function openMove({ proposed, endedMoves }: RegisteredAccount, moveId: string) {
  if (endedMoves.includes(moveId)) {
    throw new Conflict(
      'category.move-ended',
      'This move was approved, refused or withdrawn already; see where it stands now.',
    );
  }
  if (proposed?.moveId !== moveId) throw new NotFound('move', moveId);
  return proposed;
}

function assertReason(reason: string, ask: string): void {
  if (!reason.trim()) throw new Refused('category.reason-missing', `reason: ${ask}`);
}
