import { bind, Command, Conflict, type RequestContext, Refused } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { account, type Account, type RegisteredAccount } from '../account/account';
import { changeAccountDetails } from '../account/account.decisions';
import type { AccountDetails, AccountEvent, AccountMerge } from '../account/account.events';
import { assertInUse, registered } from '../account/account.rules';

/** Two accounts of one customer become one: the survivor stands for both, the other points to it. Reversible. */

/** Facts of which the survivor can take over the other account's. */
export const mergeableFacts = [
  'name',
  'industry',
  'countries',
  'divisionIds',
  'leadId',
  'sponsorId',
  'spend',
  'potential',
  'growth',
  'parentId',
  'sites',
  'crmId',
  'duns',
  'vat',
] as const satisfies (keyof AccountDetails)[];
export type MergeableFact = (typeof mergeableFacts)[number];

export type MergeBody = AccountMerge & { readonly accountId: string };
export class MergeAccount extends Command<MergeBody> {}

/** The first step, on the account that goes; everything after it follows from its event. */
export function mergeAccount(state: Account, { accountId, ...data }: MergeBody): AccountEvent[] {
  const present = registered(state, accountId);
  if (present.merged?.survivor.accountId === data.survivor.accountId && present.merged.state !== 'unmerging') return [];
  assertInUse(present);
  if (!data.reason)
    throw new Refused('account.reason-missing', 'reason: say how it is known that they are one customer.');
  if (data.survivor.accountId === accountId) throw new Refused('merge.same', 'into: must be another account.');
  if (present.proposed) {
    throw new Refused(
      'account.move-open',
      'A move to another category waits for approval; refuse or withdraw it before the account is merged.',
    );
  }
  return [{ type: 'portfolio.AccountMerged', data }];
}

export interface AbsorbBody {
  readonly accountId: string;
  readonly absorbed: { readonly accountId: string; readonly code: string; readonly name: string };
  readonly merge: AccountMerge;
}
export class AbsorbAccount extends Command<AbsorbBody> {}

/** On the survivor: the facts chosen come over. */
export function absorbAccount(state: Account, { accountId, absorbed, merge }: AbsorbBody): AccountEvent[] {
  const present = registered(state, accountId);
  const { mergeId, facts, scoring, reason } = merge;
  if (Object.hasOwn(present.absorbed, mergeId)) return [];
  assertInUse(present);
  const changed = differing(facts, present);
  const takesScores = scoring !== undefined && !isDeepStrictEqual(scoring, present.scoring);
  return [
    {
      type: 'portfolio.AccountAbsorbed',
      data: {
        mergeId,
        absorbed,
        from: pick(changed, present),
        to: pick(changed, facts),
        ...(takesScores ? { scoring: { from: present.scoring, to: scoring } } : {}),
        reason,
      },
    },
  ];
}

export interface OfMerge {
  readonly accountId: string;
  readonly mergeId: string;
}
export class FinishMerge extends Command<OfMerge> {}

export function finishMerge(state: Account, { accountId, mergeId }: OfMerge): AccountEvent[] {
  const { merged } = registered(state, accountId);
  const due = merged?.mergeId === mergeId && merged.state === 'merging';
  return due ? [{ type: 'portfolio.AccountMergeFinished', data: { mergeId } }] : [];
}

export interface UnmergeBody {
  readonly accountId: string;
  readonly reason: string;
}
export class UnmergeAccount extends Command<UnmergeBody> {}

/** Also while a merge is under way or was interrupted: what went over so far comes back. */
export function unmergeAccount(state: Account, { accountId, reason }: UnmergeBody): AccountEvent[] {
  const { merged } = registered(state, accountId);
  if (!merged) throw new Conflict('merge.none', 'The account stands by itself; there is no merge to undo.');
  if (merged.state === 'unmerging') return [];
  if (!reason) throw new Refused('account.reason-missing', 'reason: say why the accounts part again.');
  return [{ type: 'portfolio.AccountUnmergeStarted', data: { mergeId: merged.mergeId, reason } }];
}

export interface PartBody extends OfMerge {
  readonly reason: string;
}
export class PartAccount extends Command<PartBody> {}

/** On the survivor: what it took over goes back, where nobody changed it since. */
export function partAccount(state: Account, { accountId, mergeId, reason }: PartBody): AccountEvent[] {
  const present = registered(state, accountId);
  if (!Object.hasOwn(present.absorbed, mergeId)) return [];
  const came = present.absorbed[mergeId]!;
  const asItCame = untouched(present, came.to);
  const scores = came.scoring && isDeepStrictEqual(present.scoring, came.scoring.to) ? came.scoring : undefined;
  return [
    {
      type: 'portfolio.AccountParted',
      data: {
        mergeId,
        absorbedId: came.accountId,
        from: pick(asItCame, came.to),
        to: pick(asItCame, came.from),
        ...(scores ? { scoring: { from: scores.to, to: scores.from } } : {}),
        reason,
      },
    },
  ];
}

export interface FinishUnmergeBody extends PartBody {
  readonly left: string[];
}
export class FinishUnmerge extends Command<FinishUnmergeBody> {}

export function finishUnmerge(state: Account, { accountId, ...data }: FinishUnmergeBody): AccountEvent[] {
  const { merged } = registered(state, accountId);
  if (merged?.mergeId !== data.mergeId || merged.state !== 'unmerging') return [];
  const survivorId = merged.survivor.accountId;
  return [{ type: 'portfolio.AccountUnmerged', data: { ...data, survivorId } }];
}

export interface ReparentBody extends PartBody {
  readonly from: string;
  readonly to: string;
}
export class Reparent extends Command<ReparentBody> {}

/** A child of the account that went is a child of the survivor, and the other way round when they part. */
export function reparent(state: Account, body: ReparentBody, context: RequestContext): AccountEvent[] {
  const { accountId, mergeId, from, to, reason } = body;
  if (state.kind === 'unknown' || state.archived || state.parentId !== from) return [];
  return changeAccountDetails(state, { accountId, parentId: to, reason }, context).map((event) =>
    event.type === 'portfolio.AccountDetailsChanged' ? { ...event, data: { ...event.data, mergeId } } : event,
  );
}

export const mergeCommands = bind(account, [
  [MergeAccount, mergeAccount],
  [UnmergeAccount, unmergeAccount],
]);

/** The facts of a merge that the survivor still has as they came. */
export const untouched = (present: RegisteredAccount, to: Partial<AccountDetails>): (keyof AccountDetails)[] =>
  (Object.keys(to) as (keyof AccountDetails)[]).filter((fact) => isDeepStrictEqual(present[fact], to[fact]));

const differing = (wanted: Partial<AccountDetails>, present: Partial<AccountDetails>): (keyof AccountDetails)[] =>
  (Object.keys(wanted) as (keyof AccountDetails)[]).filter((fact) => !isDeepStrictEqual(wanted[fact], present[fact]));

const pick = (facts: readonly (keyof AccountDetails)[], from: Partial<AccountDetails>): Partial<AccountDetails> =>
  Object.fromEntries(facts.map((fact) => [fact, from[fact]]));
