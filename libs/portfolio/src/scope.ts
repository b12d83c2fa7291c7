import type { RequestContext } from '@mainstay/event-sourcing';

/** A division head who is nothing wider sees what crosses the divisions that he or she heads; all others see all. */
export const seesOnlyHeadedDivisions = ({ roles }: Pick<RequestContext, 'roles'>): boolean =>
  roles.includes('division-head') && roles.every((role) => role === 'division-head' || role === 'feedback-rater');

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
  if (!seesOnlyHeadedDivisions(context)) return conditions;
  const headed = (actor: string) =>
    `account.division_ids && array(select division_id from division where head_id = ${actor})`;
  return conditions.add(headed, context.actor);
}
