import { keySql } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import type { AccountRecord, RecordDay } from './account-record';
import type { OrganisationRecord } from './organisation-record';

interface Row {
  readonly accountId: string;
  readonly horizonYears: number | null;
  readonly touchedOn: string | null;
  readonly emptyParts: string[];
  readonly members: number;
  readonly withoutRole: number;
  readonly known: number;
  readonly board: number;
  readonly boardOfLead: number;
  readonly boardOfLeadOn: string | null;
}

/** What is recorded about each of the accounts, in one question. */
export async function accountRecords(
  manager: EntityManager,
  accountIds: readonly string[],
  { today }: Pick<RecordDay, 'today'>,
): Promise<ReadonlyMap<string, AccountRecord>> {
  const rows: Row[] = await manager.query(SQL, [accountIds, today]);
  return new Map(rows.map((row) => [row.accountId, recordOf(row)]));
}

const recordOf = (row: Row): AccountRecord => ({
  plan:
    row.horizonYears === null
      ? null
      : { horizonYears: row.horizonYears, touchedOn: row.touchedOn!, emptyParts: row.emptyParts },
  team: { members: row.members, withoutRole: row.withoutRole },
  contacts: {
    known: row.known,
    board: row.board,
    boardOfLead: row.boardOfLead,
    boardOfLeadOn: row.boardOfLeadOn,
  },
});

const isBlank = (part: string) => `trim(revision.content ->> '${part}') = ''`;
const isEmpty = (part: string) => `jsonb_array_length(revision.content -> '${part}') = 0`;

const SQL = `
  select account.account_id as "accountId", plan.horizon_years as "horizonYears", plan.touched_on::text as "touchedOn",
    array_remove(array[
      case when ${isBlank('relationshipPlan')} then 'relationship plan' end,
      case when ${isBlank('revenuePlan')} then 'revenue plan' end,
      case when ${isEmpty('actions')} then 'action plan' end,
      case when ${isEmpty('criticalSuccessFactors')} then 'critical success factors' end,
      case when ${isEmpty('objectives')} then 'objectives' end,
      case when ${isEmpty('forecast')} then 'forecast' end], null) as "emptyParts",
    coalesce(team.members, 0) as members, coalesce(team.without_role, 0) as "withoutRole",
    coalesce(known.people, 0) as known, coalesce(known.board, 0) as board,
    coalesce(known.board_of_lead, 0) as "boardOfLead", known.board_of_lead_on::text as "boardOfLeadOn"
  from account
  left join plan on plan.account_id = account.account_id
  left join plan_revision revision on revision.account_id = plan.account_id and revision.revision = plan.revision
  left join lateral (
    select count(*)::int as members, count(*) filter (where trim(role) = '')::int as without_role
    from team_member where team_member.account_id = account.account_id
      and joined_on <= $2 and (left_on is null or left_on > $2)
  ) team on true
  left join lateral (
    select count(*)::int as people, count(*) filter (where level = 'board')::int as board,
      count(*) filter (where level = 'board' and account.lead_id = any (known_by))::int as board_of_lead,
      max(last_contact_on) filter (where level = 'board' and account.lead_id = any (known_by)) as board_of_lead_on
    from contact where contact.account_id = account.account_id
      and not erased and (left_on is null or left_on > $2)
  ) known on true
  where account.account_id = any ($1)`;

export async function organisationRecord(manager: EntityManager, liveFrom: string): Promise<OrganisationRecord> {
  const [record]: OrganisationRecord[] = await manager.query(
    `select count(*)::int as "keyAccounts", count(*) filter (where plan.touched_on >= $1)::int as "livePlans"
     from account left join plan using (account_id) where archived_at is null and ${keySql()}`,
    [liveFrom],
  );
  return record!;
}
