/** An account, and the scorers who belong to a division that trades with it. */
export interface ToSpread {
  readonly accountId: string;
  readonly divisionIds: readonly string[];
}
export interface SpreadScorer {
  readonly scorerId: string;
  /** Null for somebody who works for no single division. */
  readonly divisionId: string | null;
}

/**
 * Gives each account so many distinct scorers, whoever has the fewest accounts first, so that no two scorers differ by
 * more than one. By division, scorers of the divisions that trade with an account come before all others, and only among
 * equals the load counts.
 * @param perAccount at most as many as there are scorers
 * @returns scorers by account, each in the order of `scorers`
 */
export function spreadAccounts(
  accounts: readonly ToSpread[],
  scorers: readonly SpreadScorer[],
  { perAccount, byDivision }: { readonly perAccount: number; readonly byDivision: boolean },
): Map<string, string[]> {
  const load = new Map(scorers.map(({ scorerId }) => [scorerId, 0]));
  const spread = new Map<string, string[]>();
  for (const { accountId, divisionIds } of accounts) {
    const near = ({ divisionId }: SpreadScorer) =>
      byDivision && divisionId !== null && divisionIds.includes(divisionId) ? 0 : 1;
    const chosen = [...scorers]
      .sort((a, b) => near(a) - near(b) || load.get(a.scorerId)! - load.get(b.scorerId)!)
      .slice(0, perAccount)
      .map(({ scorerId }) => scorerId);
    for (const scorerId of chosen) load.set(scorerId, load.get(scorerId)! + 1);
    spread.set(
      accountId,
      scorers.map(({ scorerId }) => scorerId).filter((id) => chosen.includes(id)),
    );
  }
  return spread;
}
