/** Whole per cent by activity. */
export type Shares = Readonly<Record<string, number>>;

export const HUNDRED = 100;

export const sumOf = (shares: Shares): number => Object.values(shares).reduce((sum, share) => sum + share, 0);

/**
 * Gives one activity a share, and takes the difference from the others (or gives it to them) in proportion to what they
 * have, so that all together stay at 100. What is locked stays as it is; the share goes no further than that allows.
 */
export function balance(shares: Shares, moved: string, wanted: number, locked: ReadonlySet<string>): Shares {
  const free = Object.keys(shares).filter((id) => id !== moved && !locked.has(id));
  const fixed = Object.keys(shares).filter((id) => id !== moved && locked.has(id));
  const room = HUNDRED - fixed.reduce((sum, id) => sum + shares[id]!, 0);
  const share = free.length === 0 ? room : Math.min(room, Math.max(0, Math.round(wanted)));
  return { ...shares, [moved]: share, ...spread(free, shares, room - share) };
}

/** The nearest whole per cent that add up to 100, in proportion to any figures. */
export const wholeShares = (figures: Shares): Shares => spread(Object.keys(figures), figures, HUNDRED);

/** So much shared out among activities in proportion to their figures, evenly where they have none; by largest remainder. */
function spread(ids: readonly string[], figures: Shares, total: number): Shares {
  const sum = ids.reduce((all, id) => all + figures[id]!, 0);
  const exact = ids.map((id) => ({ id, share: sum > 0 ? (total * figures[id]!) / sum : total / ids.length }));
  const whole = Object.fromEntries(exact.map(({ id, share }) => [id, Math.floor(share)]));
  const left = total - sumOf(whole);
  const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1));
  for (const { id } of byRemainder.slice(0, left)) whole[id]!++;
  return whole;
}
