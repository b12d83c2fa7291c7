import type { Conditions } from '@mainstay/portfolio';
import type { HealthBand, HealthParts } from './health';
import type { HealthRow } from './health.sql';
import type { HealthFilter, HealthLine } from './health.views';

/** An account, what its health is, and the parts it is made of. */
export interface Assessed {
  readonly row: HealthRow;
  readonly parts: HealthParts;
  readonly health: number | null;
  readonly band: HealthBand | null;
}

/** The filters that the database answers, on the table `account` and the joined level `at`. */
export function conditionsOf(conditions: Conditions, filter: HealthFilter, actor: string): Conditions {
  const { q, category, leadId, divisionId, country, level, mine } = filter;
  if (q) {
    conditions.add(
      (text) =>
        `(position(lower(${text}) in lower(account.name)) > 0 or position(lower(${text}) in lower(account.code)) > 0)`,
      q,
    );
  }
  if (category) conditions.add((one) => `account.category = ${one}`, category);
  if (leadId === 'none') conditions.add(() => 'account.lead_id is null');
  else if (leadId) conditions.add((one) => `account.lead_id = ${one}`, leadId);
  among(conditions, 'account.division_ids', divisionId);
  among(conditions, 'account.countries', country);
  if (level === 'none') conditions.add(() => 'at.level is null');
  else if (level) conditions.add((one) => `at.level = ${one}`, level);
  if (mine === 'true') {
    conditions.add(
      (me) => `(account.lead_id = ${me} or account.account_id in (
        select team_member.account_id from team_member where person_id = ${me} and left_on is null))`,
      actor,
    );
  }
  return conditions;
}

function among(conditions: Conditions, column: string, value: string | undefined): void {
  if (value === 'none') conditions.add(() => `cardinality(${column}) = 0`);
  else if (value) conditions.add((one) => `${column} @> array[${one}::text]`, value);
}

/** Of accounts in the order of their names. Whatever the direction, what is not known comes last; equals stay by name. */
export function inOrder<Line extends Assessed>(byName: readonly Line[], sort: HealthFilter['sort']): Line[] {
  if (sort === 'name') return [...byName];
  if (sort === '-name') return byName.toReversed();
  const way = sort.startsWith('-') ? -1 : 1;
  const figure = sort.endsWith('spend') ? ({ row }: Line) => row.spend : ({ health }: Line) => health;
  return byName.toSorted((a, b) => {
    const [one, other] = [figure(a), figure(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return way * (one - other);
  });
}

/** Of the accounts whose health is known; null where that is none. */
export function meanHealth(lines: readonly Pick<HealthLine, 'health'>[]): number | null {
  const known = lines.flatMap(({ health }) => (health === null ? [] : [health]));
  return known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) / known.length);
}
