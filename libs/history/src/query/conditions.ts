import type { MergedAccount } from '@mainstay/portfolio';
import { containing } from '@mainstay/read-store';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type HistoryFilter, recordedBetween } from './history-filter';

/** What is found before the entries themselves. */
export interface Sought {
  /** People whose name holds the words sought: names are sealed in the database. */
  readonly people: readonly string[];
  /** Accounts that were merged into the ones asked about: as long as a merge stands, their history is read with theirs. */
  readonly merged: readonly MergedAccount[];
}
const nothing: Sought = { people: [], merged: [] };

/** The accounts that a filter asks about. */
export const accountsAsked = ({ accountId, subject }: HistoryFilter): string[] => [
  ...new Set([accountId, subject?.type === 'account' ? subject.id : undefined].filter((id) => id !== undefined)),
];

/** An account with those merged into it, directly or one through another. */
const withMerged = (accountId: string | undefined, { merged }: Sought) => [
  accountId,
  ...merged.filter(({ way }) => way.at(-1) === accountId).map(({ id }) => id),
];

/** Narrows a query over `entry` to what the filter lets through. */
export function narrow<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  filter: HistoryFilter,
  sought: Sought = nothing,
): SelectQueryBuilder<Row> {
  const { actor, accountId, kind, divisionId, subject, effectiveFrom, effectiveTo, q } = filter;
  const { since, before } = recordedBetween(filter);
  const when = (given: unknown, condition: string, values: object) => {
    if (given !== undefined) query.andWhere(condition, values);
  };
  when(actor, 'entry.actor = :actor', { actor });
  when(accountId, 'entry.account_id = any(:accountIds)', { accountIds: withMerged(accountId, sought) });
  when(kind, 'entry.kind = any(:kind)', { kind });
  when(divisionId, ofDivision, { divisionId });
  when(subject, 'entry.subject_type = :subjectType and entry.subject_id = any(:subjectIds)', {
    subjectType: subject?.type,
    subjectIds: subject?.type === 'account' ? withMerged(subject.id, sought) : [subject?.id],
  });
  when(since, 'entry.recorded >= :since', { since });
  when(before, 'entry.recorded < :before', { before });
  when(effectiveFrom, `${effectiveOn} >= :effectiveFrom`, { effectiveFrom });
  when(effectiveTo, `${effectiveOn} <= :effectiveTo`, { effectiveTo });
  if (q) query.andWhere(worded, { words: containing(q), people: sought.people });
  return query;
}

/** What has no business date of its own held from the day it was recorded. */
const effectiveOn = `coalesce(entry.effective_on, (entry.recorded at time zone 'UTC')::date)`;

const ofDivision = `(entry.division_id = :divisionId
  or entry.account_id in (select account_id from account where division_ids @> array[:divisionId::text]))`;

/** What concerns no account, or one that the person may see; `reach` is a condition on the table `account`. */
export const ofSeenAccounts = (reach: string) =>
  `(entry.account_id is null or entry.account_id in (select account.account_id from account where ${reach}))`;

const worded = `(entry.why ilike :words or entry.detail ilike :words
  or entry.before::text ilike :words or entry.after::text ilike :words
  or entry.actor = any(:people) or entry.subject_id = any(:people)
  or entry.account_id in (select account_id from account where name ilike :words or code ilike :words)
  or entry.subject_id in (select audit_id from audit where title ilike :words))`;
