import type { RequestContext, Role } from '@mainstay/event-sourcing';

/** Roles that see a part of the accounts; whoever has any other role beside sees all. */
const partial: readonly Role[] = ['division-head', 'kam-team-member', 'feedback-rater'];

/** Division heads and members of account teams who are nothing wider. */
export const seesOnlyPart = ({ roles }: Pick<RequestContext, 'roles'>): boolean =>
  (roles.includes('division-head') || roles.includes('kam-team-member')) &&
  roles.every((role) => partial.includes(role));

/** A division head who is nothing wider sees what crosses the divisions that he or she heads. */
export const seesOnlyHeadedDivisions = (context: Pick<RequestContext, 'roles'>): boolean =>
  context.roles.includes('division-head') && seesOnlyPart(context);

/** Conditions of a query with their values, numbered as they are added. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** `condition` receives the placeholders of its values, in order. */
  add(condition: (...placeholders: string[]) => string, ...values: unknown[]): this {
    this.parts.push(condition(...values.map((value) => `$${this.values.push(value)}`)));
    return this;
  }

  get sql(): string {
    return this.parts.length > 0 ? this.parts.join(' and ') : 'true';
  }
}

/**
 * Limits a query on the table `account` to the accounts that the person may see and that count: an archived account
 * stands in no list and no figure unless asked for.
 */
export const withinScope = (conditions: Conditions, context: RequestContext): Conditions =>
  withinReach(
    conditions.add(() => 'account.archived_at is null'),
    context,
  );

/** The same for a single record, which opens archived as well. */
export function withinReach(conditions: Conditions, context: RequestContext): Conditions {
  const reach = reachOf(context);
  return reach ? conditions.add(reach, context.actor) : conditions;
}

/** Limits a query on the table `account` to those that trade with a division, where one is chosen. */
export const tradingWith = (conditions: Conditions, divisionId: string | undefined): Conditions =>
  divisionId ? conditions.add((id) => `account.division_ids @> array[${id}::text]`, divisionId) : conditions;

/**
 * The accounts that somebody sees who does not see all, as a condition on the table `account` for the placeholder of the
 * person: a division head those that trade with a division that he or she heads, a member of account teams those of the
 * own teams, and those led or sponsored.
 */
export function reachOf(context: Pick<RequestContext, 'roles'>): ((actor: string) => string) | undefined {
  if (!seesOnlyPart(context)) return undefined;
  const ways = [
    context.roles.includes('division-head') && headed,
    context.roles.includes('kam-team-member') && inTeam,
  ].filter((way) => way !== false);
  return (actor) => `(${ways.map((way) => way(actor)).join(' or ')})`;
}

const headed = (actor: string) =>
  `account.division_ids && array(select division_id from division where head_id = ${actor})`;

/** The people's own context keeps the teams; its table is read here as theirs are read there. */
const inTeam = (actor: string) =>
  `account.lead_id = ${actor} or account.sponsor_id = ${actor} or account.account_id in (
    select team_member.account_id from team_member where person_id = ${actor} and left_on is null)`;
