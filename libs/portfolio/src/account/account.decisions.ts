import { Conflict, type RequestContext, Refused } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { assertScores, axisScores, criteriaSet, suggestedCategory } from '../criteria/criteria';
import type { Account } from './account';
import type {
  CategoriseAccountBody,
  ChangeAccountDetailsBody,
  RecategoriseAccountBody,
  RegisterAccountBody,
  ScoreAccountBody,
} from './account.commands';
import type { AccountDetails, AccountEvent, Scoring } from './account.events';
import { assertEffectiveDate, assertMayChange, registered } from './account.rules';

/** Registering again under the same code with the same facts changes nothing; with other facts the code is taken. */
export function registerAccount(state: Account, body: RegisterAccountBody): AccountEvent[] {
  if (state.kind === 'unknown') return [{ type: 'portfolio.AccountRegistered', data: body }];
  const same = (Object.keys(body) as (keyof RegisterAccountBody)[]).every((key) =>
    isDeepStrictEqual(state[key], body[key]),
  );
  if (same) return [];
  throw new Conflict('account.code-taken', `code: the account ${state.name} already has the code ${state.code}.`);
}

export function changeAccountDetails(
  state: Account,
  body: ChangeAccountDetailsBody,
  context: RequestContext,
): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertMayChange(present, context, 'kam-unit-head', 'programme-lead', 'tenant-administrator');
  const { accountId: _, reason, ...wanted } = body;
  const changed = (Object.keys(wanted) as (keyof AccountDetails)[]).filter(
    (key) => wanted[key] !== undefined && !isDeepStrictEqual(wanted[key], present[key]),
  );
  if (changed.length === 0) return [];
  const pick = (from: Partial<AccountDetails>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return [
    {
      type: 'portfolio.AccountDetailsChanged',
      data: { from: pick(present), to: pick(wanted), reason: reason || null },
    },
  ];
}

/** The scores place the account in the matrix and suggest a category; they decide nothing. */
export function scoreAccount(state: Account, body: ScoreAccountBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertMayChange(present, context, 'kam-unit-head', 'programme-lead');
  const set = criteriaSet(body.criteriaVersion);
  if (!set)
    throw new Refused('score.criteria-unknown', `criteriaVersion: there is no criteria set ${body.criteriaVersion}.`);
  assertScores(set, body.scores);
  const axes = axisScores(set, body.scores);
  const scoring: Scoring = {
    criteriaVersion: set.version,
    scores: body.scores,
    ...axes,
    suggested: suggestedCategory(axes),
    note: body.note || null,
  };
  if (isDeepStrictEqual(scoring, present.scoring)) return [];
  return [{ type: 'portfolio.AccountScored', data: { ...scoring, from: present.scoring } }];
}

/** The first decision on an account's category; every later one is a recategorisation. */
export function categoriseAccount(
  state: Account,
  body: CategoriseAccountBody,
  context: RequestContext,
): AccountEvent[] {
  const present = registered(state, body.accountId);
  const { category, effectiveOn } = body;
  if (present.effectiveOn !== null) {
    if (category === present.category && effectiveOn === present.effectiveOn) return [];
    throw new Refused(
      'category.already-decided',
      `The account was put into ${present.category} from ${present.effectiveOn}; recategorise it instead.`,
    );
  }
  assertReason(body.reason, 'Say why the account belongs into this category.');
  assertEffectiveDate(effectiveOn, context);
  const data = {
    category,
    effectiveOn,
    reason: body.reason,
    decidedBy: body.decidedBy ?? context.actor,
    suggested: present.scoring?.suggested ?? null,
    criteriaVersion: present.scoring?.criteriaVersion ?? null,
  };
  return [{ type: 'portfolio.AccountCategorised', data, effectiveOn }];
}

/**
 * A later decision, de-selection (to not key) included. Who approves may be who proposes; both are recorded, so that
 * a reader sees where they were the same.
 */
export function recategoriseAccount(
  state: Account,
  body: RecategoriseAccountBody,
  context: RequestContext,
): AccountEvent[] {
  const present = registered(state, body.accountId);
  const { category: to, effectiveOn } = body;
  if (present.effectiveOn === null) {
    throw new Refused('category.not-decided', 'The account has no category yet; categorise it first.');
  }
  if (to === present.category && effectiveOn === present.effectiveOn) return [];
  if (to === present.category) {
    throw new Refused('category.unchanged', `category: the account already is in ${to} since ${present.effectiveOn}.`);
  }
  assertReason(body.reason, 'Say why the category changes.');
  if (!body.approvedBy)
    throw new Refused('category.approver-missing', 'approvedBy: name the person who approved the change.');
  assertEffectiveDate(effectiveOn, context);
  if (effectiveOn < present.effectiveOn) {
    throw new Refused(
      'category.effective-before-previous',
      `effectiveOn: the decision before it takes effect on ${present.effectiveOn}; a change cannot come earlier.`,
    );
  }
  const data = {
    from: present.category,
    to,
    effectiveOn,
    reason: body.reason,
    approvedBy: body.approvedBy,
    resource: body.resource || null,
    suggested: present.scoring?.suggested ?? null,
    criteriaVersion: present.scoring?.criteriaVersion ?? null,
  };
  return [{ type: 'portfolio.AccountRecategorised', data, effectiveOn }];
}

function assertReason(reason: string, ask: string): void {
  if (!reason.trim()) throw new Refused('category.reason-missing', `reason: ${ask}`);
}
