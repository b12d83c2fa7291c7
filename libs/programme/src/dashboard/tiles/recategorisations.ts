import { monthsBefore, yearOf, yearOfMonths } from '../calendar';
import type { Decision, Portfolio } from '../facts';
import { isKey } from '@mainstay/portfolio';
import type { Tile } from '../tile';
import { counted, inWords } from '../words';

/** How often does an account change its place, and in which direction? */
export function recategorisationsTile({ decisions, today }: Portfolio): Tile {
  const begin = `${yearOf(today)}-01-01`;
  const moves = decisions.filter(({ first }) => !first);
  const thisYear = between(moves, begin, today);
  const lastYear = between(moves, `${yearOf(today) - 1}-01-01`, monthsBefore(today, 12));
  const count = total(thisYear);
  const left = total(thisYear.filter(({ from, to }) => isKey(from) && !isKey(to)));
  const joined = total(thisYear.filter(({ from, to }) => !isKey(from) && isKey(to)));
  const filters = { kind: 'recategorisation', effectiveFrom: begin, effectiveTo: today };
  return {
    id: 'recategorisations',
    value: count,
    of: null,
    verdict: 'neutral',
    sentence:
      `${count === 0 ? 'No recategorisation' : counted(count, 'recategorisation')} this year` +
      `${count === 0 ? '' : `, ${inWords(left)} out of the key accounts and ${inWords(joined)} into them`}; ` +
      `by this day last year it was ${inWords(total(lastYear))}.`,
    trend: byMonth(moves, today),
    parts: [],
    madeOf: { list: 'history', filters },
    events: filters,
  };
}

const byMonth = (moves: readonly Decision[], today: string) =>
  yearOfMonths(today).map((on) => ({ on, value: total(between(moves, `${on.slice(0, 7)}-01`, on)) }));

const between = (moves: readonly Decision[], from: string, to: string) =>
  moves.filter(({ effectiveOn }) => effectiveOn >= from && effectiveOn <= to);

const total = (moves: readonly Decision[]): number => moves.reduce((sum, { count }) => sum + count, 0);
