import { Command, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../account/account';
import { changeAccountDetails, registerAccount } from '../account/account.decisions';
import type { AccountDetails, AccountEvent } from '../account/account.events';
import { registered } from '../account/account.rules';

/** One row of an import, carried out on the account it names. */
export interface ImportRowBody {
  readonly importId: string;
  readonly row: number;
  readonly accountId: string;
  readonly code: string;
  readonly facts: Partial<AccountDetails>;
  readonly reason: string | null;
}
export class ImportRow extends Command<ImportRowBody> {}

/** Registers the account or changes what differs, by the rules of doing so by hand; the events say where they come from. */
export function importRow(state: Account, body: ImportRowBody, context: RequestContext): AccountEvent[] {
  const { importId, row, accountId, code, facts, reason } = body;
  const events =
    state.kind === 'unknown'
      ? registerAccount(state, { ...unsaid, ...facts, code } as Parameters<typeof registerAccount>[1])
      : changeAccountDetails(state, { accountId, ...facts, reason: reason ?? undefined }, context);
  return events.map((event) => ({ ...event, data: { ...event.data, imported: { importId, row } } }) as AccountEvent);
}

const unsaid = { industry: '', countries: [], divisionIds: [], leadId: null, sponsorId: null, spend: 0 };

export interface TakeBackRowBody {
  readonly importId: string;
  readonly row: number;
  readonly accountId: string;
  readonly kind: 'create' | 'change';
  readonly before: Partial<AccountDetails>;
  readonly after: Partial<AccountDetails>;
  readonly reason: string;
}
export class TakeBackRow extends Command<TakeBackRowBody> {}

/** What the import made of the account is taken back where nobody worked on it since; the record of it stays. */
export function takeBackRow(state: Account, body: TakeBackRowBody): AccountEvent[] {
  const { importId, row, accountId, kind, before, after, reason } = body;
  const present = registered(state, accountId);
  const takesBack = { importId, row };
  if (kind === 'create') {
    if (present.archived) return [];
    const worked = present.scoring !== null || present.decisions.length > 0 || present.proposed !== null;
    if (worked || unchangedSince(present, after).length < Object.keys(after).length) {
      throw new Refused(
        'import.worked-on-since',
        'somebody worked on the account since; archive it by hand if it is wrong.',
      );
    }
    return [{ type: 'portfolio.AccountArchived', data: { reason, takesBack } }];
  }
  const fields = unchangedSince(present, after);
  if (fields.length === 0 || present.archived) {
    throw new Refused(
      'import.worked-on-since',
      present.archived ? 'the account was archived since.' : 'somebody changed the same facts since.',
    );
  }
  const pick = (from: Partial<AccountDetails>) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return [
    { type: 'portfolio.AccountDetailsChanged', data: { from: pick(after), to: pick(before), reason, takesBack } },
  ];
}

/** The facts of the import that the account still has. */
export const unchangedSince = (present: Partial<AccountDetails>, after: Partial<AccountDetails>) =>
  (Object.keys(after) as (keyof AccountDetails)[]).filter((field) => isDeepStrictEqual(present[field], after[field]));
