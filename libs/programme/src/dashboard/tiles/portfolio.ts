import { type Category, isKey } from '@mainstay/portfolio';
import { monthsBefore, yearOfMonths } from '../calendar';
import type { Decision, Portfolio } from '../facts';
import { keyAccountsOf } from '../key-accounts';
import type { Point, Tile } from '../tile';
import { counted, inWords, percent } from '../words';

/** Is our effort on the right accounts? */
export function portfolioTile({ byCategory, decisions, today }: Portfolio): Tile {
  const key = byCategory.filter(({ category }) => isKey(category));
  const accounts = sum(byCategory, 'accounts');
  const held = sum(key, 'accounts');
  const moves = movesBetween(decisions, monthsBefore(today, 12), today);
  const sentence =
    accounts === 0
      ? 'No account is registered yet.'
      : `${inWords(held)} of ${counted(accounts, 'account')} ${held === 1 ? 'is' : 'are'} key and ${held === 1 ? 'brings' : 'bring'} ` +
        `${percent(sum(key, 'spend'), sum(byCategory, 'spend'))} of the spend; ` +
        `${moves === 0 ? 'no recategorisation' : counted(moves, 'recategorisation')} in the last 12 months.`;
  return {
    id: 'portfolio',
    value: accounts === 0 ? null : held,
    of: accounts,
    verdict: 'neutral',
    sentence,
    trend: keyAccountsByMonth({ byCategory, decisions, today }),
    parts: byCategory.map(({ category, accounts, spend }) => ({
      id: category,
      value: accounts,
      spend,
      madeOf: { list: 'accounts' as const, filters: { category } },
    })),
    madeOf: keyAccountsOf(byCategory),
    events: { kind: 'categorisation,recategorisation', effectiveFrom: monthsBefore(today, 12) },
  };
}

/** Recategorisations that took effect after the first day, up to and with the last. */
const movesBetween = (decisions: readonly Decision[], after: string, upTo: string): number =>
  sum(
    decisions.filter(({ first, effectiveOn }) => !first && effectiveOn > after && effectiveOn <= upTo),
    'count',
  );

/** How many key accounts there were at each month's end: today's number, taken back decision by decision. */
export function keyAccountsByMonth({ byCategory, decisions, today }: Portfolio): Point[] {
  const now = sum(
    byCategory.filter(({ category }) => isKey(category)),
    'accounts',
  );
  return yearOfMonths(today).map((on) => {
    const since = decisions.filter(({ effectiveOn }) => effectiveOn > on);
    const gained = since.reduce((total, { from, to, count }) => total + count * (key(to) - key(from)), 0);
    return { on, value: on === today ? now : now - gained };
  });
}

const key = (category: Category): number => Number(isKey(category));

const sum = <Name extends string>(lines: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  lines.reduce((total, line) => total + line[name], 0);
