import { Conflict, type RequestContext, Refused } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { assertScores, axisScores, suggestedCategory } from '../criteria/criteria';
import { saidNotes, withFed } from '../criteria/fed';
import type { Account } from './account';
import type {
  ArchiveAccountBody,
  ChangeAccountDetailsBody,
  RegisterAccountBody,
  ScoreAccountBody,
} from './account.commands';
import type { AccountDetails, AccountEvent, Scoring } from './account.events';
import { assertInUse, assertMayChange, registered } from './account.rules';

/** Registering again under the same code with the same facts changes nothing; with other facts the code is taken. */
export function registerAccount(state: Account, body: RegisterAccountBody): AccountEvent[] {
  if (state.kind === 'unknown') return [{ type: 'portfolio.AccountRegistered', data: body }];
  const same = (Object.keys(body) as (keyof RegisterAccountBody)[]).every(
    (key) => body[key] === undefined || isDeepStrictEqual(state[key], body[key]),
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

/** Archiving takes the account out of every list and figure; nothing of its history goes. */
export function archiveAccount(state: Account, body: ArchiveAccountBody): AccountEvent[] {
  const present = registered(state, body.accountId);
  if (present.archived) return [];
  if (!body.reason) throw new Refused('account.reason-missing', 'reason: say why the account is archived.');
  if (present.proposed) {
    throw new Refused(
      'account.move-open',
      'A move to another category waits for approval; refuse or withdraw it before the account is archived.',
    );
  }
  return [{ type: 'portfolio.AccountArchived', data: { reason: body.reason } }];
}

export function restoreAccount(state: Account, body: ArchiveAccountBody): AccountEvent[] {
  const present = registered(state, body.accountId);
  if (!present.archived) return [];
  if (present.merged) assertInUse(present);
  if (!body.reason) throw new Refused('account.reason-missing', 'reason: say why the account is restored.');
  return [{ type: 'portfolio.AccountRestored', data: { reason: body.reason } }];
}

/** The scores place the account in the matrix and suggest a category; they decide nothing. */
export function scoreAccount(state: Account, body: ScoreAccountBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  assertMayChange(present, context, 'kam-unit-head', 'programme-lead');
  const { set } = body;
  if (!set) {
    throw new Refused('score.criteria-unknown', `criteriaVersion: there is no criteria set ${body.criteriaVersion}.`);
  }
  const notes = saidNotes(body.notes);
  const { scores, fed } = withFed(set.criteria, present, body.scores, notes);
  assertScores(set, scores);
  const axes = axisScores(set, scores);
  const scoring: Scoring = {
    criteriaVersion: set.version,
    scores,
    ...axes,
    suggested: suggestedCategory(axes),
    note: body.note || null,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(fed).length > 0 ? { fed } : {}),
  };
  if (isDeepStrictEqual(scoring, present.scoring)) return [];
  return [{ type: 'portfolio.AccountScored', data: { ...scoring, from: present.scoring } }];
}
