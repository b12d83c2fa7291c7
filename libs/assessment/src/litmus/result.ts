import type { LitmusAnswers } from './litmus.events';

/** Where a result stands against a gate; one short: a single further yes would pass it. */
export const litmusStandings = ['passes', 'one-short', 'short', 'not-taken'] as const;
export type LitmusStanding = (typeof litmusStandings)[number];

/** Only an unambivalent yes counts (transition guide, section 6). */
export const yesCount = (answers: LitmusAnswers): number =>
  Object.values(answers).filter(({ answer }) => answer === 'yes').length;

/** Questions that are not answered by an unambivalent yes, in order. */
export const unmet = (answers: LitmusAnswers): string[] =>
  Object.keys(answers)
    .filter((id) => answers[id]!.answer !== 'yes')
    .sort();

/** `yes` is a count or a mean of counts; null where no test has been taken. */
export function standingOf(yes: number | null, gate: number): LitmusStanding {
  if (yes === null) return 'not-taken';
  if (yes >= gate) return 'passes';
  return yes >= gate - 1 ? 'one-short' : 'short';
}

export interface ManagerResult {
  /** To one decimal, cut and not rounded, so that 3.96 never reads as the 4 that it is not; null without a taking. */
  readonly mean: number | null;
  readonly standing: LitmusStanding;
  /** Accounts whose test has been taken, and those whose test has not: the latter do not count as no. */
  readonly answered: number;
  readonly unanswered: number;
}

/**
 * A manager's result is the mean over the accounts led, and the gate of the single test holds for the mean too.
 * @param counts yes answers of each account, null for an account whose test this manager has not taken
 */
export function managerResult(counts: readonly (number | null)[], gate: number): ManagerResult {
  const given = counts.filter((count) => count !== null);
  const sum = given.reduce((total, count) => total + count, 0);
  return {
    mean: given.length === 0 ? null : Math.floor((sum * 10) / given.length) / 10,
    standing: standingOf(given.length === 0 ? null : sum / given.length, gate),
    answered: given.length,
    unanswered: counts.length - given.length,
  };
}

export type Qualification = 'qualified' | 'not-qualified' | 'undecided';

/**
 * Fully qualified means at least four of five on both tests: the organisation, and every manager who leads a key
 * account. Undecided while nothing fails and something has not been answered.
 */
export function qualification(organisation: LitmusStanding, managers: readonly ManagerResult[]): Qualification {
  const standings = [organisation, ...managers.map(({ standing }) => standing)];
  if (standings.some((standing) => standing === 'short' || standing === 'one-short')) return 'not-qualified';
  const open = managers.length === 0 || managers.some(({ unanswered }) => unanswered > 0);
  return open || standings.includes('not-taken') ? 'undecided' : 'qualified';
}
