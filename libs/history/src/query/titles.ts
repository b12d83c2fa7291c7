import { organisationAssessmentCatalogue, phaseAudit, presentPhaseAudit } from '@mainstay/assessment';
import type { MergedAccount } from '@mainstay/portfolio';
import type { StoredRowOf } from '@mainstay/read-store';
import type { EntityManager } from 'typeorm';
import type { historyEntry } from '../entry/history-entry.table';
import type { HistoryEntry } from './history-entry';

type EntryRow = StoredRowOf<typeof historyEntry>;
type Titles = ReadonlyMap<string, string>;

/** Where the titles of records stand, by type of record. People are shown by name through the people register. */
const sources = {
  account: 'select account_id as id, name as title from account where account_id = any($1)',
  'account-import': 'select import_id as id, file_name as title from account_import where import_id = any($1)',
  action: 'select action_id as id, title from programme_action where action_id = any($1)',
  audit: 'select audit_id as id, title from audit where audit_id = any($1)',
  categories: `select id, 'Categories of accounts' as title from unnest($1::text[]) as id`,
  competitor: 'select competitor_id as id, name as title from account_competitor where competitor_id = any($1)',
  criteria: `select id, 'Criteria of key accounts' as title from unnest($1::text[]) as id`,
  division: 'select division_id as id, name as title from division where division_id = any($1)',
  idea: 'select idea_id as id, title from account_idea where idea_id = any($1)',
  litmus: `select litmus_id as id, case test when 'organisation' then 'Litmus test of the organisation'
      when 'customer' then 'Readiness of ' || account.name else 'Litmus test of the manager of ' || account.name end as title
    from litmus_test left join account using (account_id) where litmus_id = any($1)`,
  note: 'select note_id as id, title from account_note where note_id = any($1)',
  'alignment-review': `select review_id as id, 'Alignment review of ' || held_on as title
    from alignment_review where review_id = any($1)`,
  'organisation-assessment':
    'select assessment_id as id, title from organisation_assessment where assessment_id = any($1)',
  round: 'select round_id as id, name as title from round where round_id = any($1)',
  scoring: 'select account_id as id, name as title from account where account_id = any($1)',
  enterprise: 'select enterprise_id as id, name as title from enterprise where enterprise_id = any($1)',
  'time-profile': `select id, 'Time profile' as title from unnest($1::text[]) as id`,
  'time-record': `select record_id as id, 'Time record ' || period as title from time_record where record_id = any($1)`,
} as const;
type TitledType = keyof typeof sources;

/** Entries as they are answered: ids, and beside them what the records are called. */
export async function titled(
  manager: EntityManager,
  rows: readonly EntryRow[],
  merged: readonly MergedAccount[],
): Promise<HistoryEntry[]> {
  const ofType = (type: TitledType) => rows.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const accounts = rows.flatMap(({ accountId }) => accountId ?? []);
  const titles: Record<TitledType, Titles> = {
    account: await titlesOf(manager, 'account', [...ofType('account'), ...accounts]),
    'account-import': await titlesOf(manager, 'account-import', ofType('account-import')),
    action: await titlesOf(manager, 'action', ofType('action')),
    audit: await titlesOf(manager, 'audit', ofType('audit')),
    categories: await titlesOf(manager, 'categories', ofType('categories')),
    'alignment-review': await titlesOf(manager, 'alignment-review', ofType('alignment-review')),
    competitor: await titlesOf(manager, 'competitor', ofType('competitor')),
    criteria: await titlesOf(manager, 'criteria', ofType('criteria')),
    division: await titlesOf(manager, 'division', ofType('division')),
    idea: await titlesOf(manager, 'idea', ofType('idea')),
    litmus: await titlesOf(manager, 'litmus', ofType('litmus')),
    note: await titlesOf(manager, 'note', ofType('note')),
    'organisation-assessment': await titlesOf(manager, 'organisation-assessment', ofType('organisation-assessment')),
    round: await titlesOf(manager, 'round', ofType('round')),
    scoring: await titlesOf(manager, 'scoring', ofType('scoring')),
    enterprise: await titlesOf(manager, 'enterprise', ofType('enterprise')),
    'time-profile': await titlesOf(manager, 'time-profile', ofType('time-profile')),
    'time-record': await titlesOf(manager, 'time-record', ofType('time-record')),
  };
  return rows.map((row) => ({ ...answered(row, titles), saidAt: saidAt(row, merged) }));
}

async function titlesOf(manager: EntityManager, type: TitledType, ids: readonly string[]): Promise<Titles> {
  if (ids.length === 0) return new Map();
  const found: { id: string; title: string }[] = await manager.query(sources[type], [[...new Set(ids)]]);
  return new Map(found.map(({ id, title }) => [id, title]));
}

function saidAt({ accountId }: EntryRow, merged: readonly MergedAccount[]): HistoryEntry['saidAt'] {
  const at = merged.find(({ id }) => id === accountId);
  return at ? { id: at.id, code: at.code, name: at.name } : null;
}

function answered(row: EntryRow, titles: Record<TitledType, Titles>): Omit<HistoryEntry, 'saidAt'> {
  const { subjectType, subjectId, accountId, tenant: _, recorded, detail, ...rest } = row;
  const accountName = accountId ? (titles.account.get(accountId) ?? null) : null;
  const own = Object.hasOwn(titles, subjectType) ? titles[subjectType as TitledType].get(subjectId) : undefined;
  return {
    ...rest,
    recorded: recorded.toISOString(),
    // A record without a title of its own, such as a plan, is known by its account.
    subject: { type: subjectType, id: subjectId, title: own ?? accountName },
    account: accountId ? { id: accountId, name: accountName } : null,
    detail,
    detailTitle: detail ? (detailLabels(row.kind)?.get(detail) ?? null) : null,
  };
}

/** What the catalogues call the parts of a record: an action of an audit, a cell of an organisation assessment. */
function detailLabels(kind: string): Titles | undefined {
  if (kind.startsWith('audit-')) return actionLabels();
  return kind === 'organisation-answer' || kind === 'organisation-settling' ? cellLabels() : undefined;
}

let labels: Titles | undefined;
/** What the actions of the phase audit catalogue are called; an id means the same in every version that has it. */
function actionLabels(): Titles {
  return (labels ??= new Map(phaseAudit(presentPhaseAudit)!.actions.map(({ id, label }) => [id, label])));
}

let cells: Titles | undefined;
/** `A-kam-unit` is "A Strategy, KAM unit". */
function cellLabels(): Titles {
  const { elements, groups } = organisationAssessmentCatalogue;
  const names = new Map<string, string>([...elements, ...groups].map(({ id, name }) => [id, name]));
  const label = (element: string, group: string) => `${element} ${names.get(element)}, ${names.get(group)}`;
  return (cells ??= new Map(
    organisationAssessmentCatalogue.cells.map(({ id, element, group }) => [id, label(element, group)]),
  ));
}
