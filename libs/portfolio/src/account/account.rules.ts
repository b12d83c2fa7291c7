import { Forbidden, hasRole, NotFound, Refused, type RequestContext, type Role } from '@mainstay/event-sourcing';
import type { Account, RegisteredAccount } from './account';

export function registered(state: Account, id: string): RegisteredAccount {
  if (state.kind === 'unknown') throw new NotFound('account', id);
  return state;
}

/** What is archived rests until it is restored. */
export function assertInUse(state: RegisteredAccount): void {
  if (!state.archived) return;
  if (state.merged) {
    const { name, code } = state.merged.survivor;
    throw new Refused(
      'account.merged',
      `The account was merged into ${name} (${code}); change that one, or undo the merge.`,
    );
  }
  throw new Refused('account.archived', 'The account is archived; restore it before anything about it changes.');
}

/** Those who answer for the whole portfolio change any account; a key account manager the accounts that he or she leads. */
export function assertMayChange(state: RegisteredAccount, context: RequestContext, ...wholePortfolio: Role[]): void {
  assertInUse(state);
  if (hasRole(context, ...wholePortfolio) || state.leadId === context.actor) return;
  throw new Forbidden('account.not-lead', 'A key account manager changes only the accounts that he or she leads.');
}

/** Decisions may be recorded after the fact or up to a year ahead; anything else is a slip of the keyboard. */
export function assertEffectiveDate(effectiveOn: string, context: RequestContext): void {
  const latest = new Date(context.recordedAt ?? context.now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 1);
  if (effectiveOn > latest.toISOString().slice(0, 10)) {
    throw new Refused('category.effective-too-late', 'effectiveOn: must not be more than a year ahead.');
  }
  if (effectiveOn < '1970-01-01') {
    throw new Refused('category.effective-too-early', 'effectiveOn: must not be before 1970.');
  }
}
