import type { CellState } from './relationships.events';

export interface WhiteSpaceCell {
  readonly divisionId: string;
  readonly offeringId: string;
  /** Null: nobody has said. */
  readonly state: CellState | null;
}

export interface CrossSelling {
  readonly bought: number;
  readonly could: number;
  readonly notRelevant: number;
  readonly unsaid: number;
  /** Bought of all that the customer buys or could buy, in per cent; null where there is nothing of either. */
  readonly penetration: number | null;
  /** By division: from how many offerings the customer buys, of how many it could. */
  readonly divisions: readonly { readonly divisionId: string; readonly bought: number; readonly could: number }[];
  /** Divisions from which the customer buys, of those from which it buys or could. */
  readonly sellingDivisions: number;
  readonly possibleDivisions: number;
}

/** How much of what we have the customer takes, division by division. */
export function crossSelling(cells: readonly WhiteSpaceCell[]): CrossSelling {
  const count = (state: CellState | null, among = cells) => among.filter((cell) => cell.state === state).length;
  const bought = count('bought');
  const could = count('could');
  const divisions = [...new Set(cells.map(({ divisionId }) => divisionId))].map((divisionId) => {
    const own = cells.filter((cell) => cell.divisionId === divisionId);
    return { divisionId, bought: count('bought', own), could: count('could', own) };
  });
  return {
    bought,
    could,
    notRelevant: count('not-relevant'),
    unsaid: count(null),
    penetration: bought + could === 0 ? null : Math.round((100 * bought) / (bought + could)),
    divisions,
    sellingDivisions: divisions.filter((division) => division.bought > 0).length,
    possibleDivisions: divisions.filter((division) => division.bought + division.could > 0).length,
  };
}
