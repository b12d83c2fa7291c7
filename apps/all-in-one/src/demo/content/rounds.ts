/** What two scorers say of an account in the round, and what became of it. */
export interface DemoScoring {
  readonly code: string;
  /** Attractiveness and standing as each sees them; left out where the person has not scored it yet. */
  readonly first?: readonly [number, number];
  readonly second?: readonly [number, number];
  /** The agreed place; left out where they have not settled. */
  readonly agreed?: readonly [number, number];
  /** What was decided on the move that the agreed scores suggest. */
  readonly decision?: 'accept' | 'refuse';
  readonly reason?: string;
}

/** The yearly look at the accounts of one division, half way through. */
export const aldermoorRound = {
  name: 'Yearly round, United Kingdom and Ireland',
  division: 'UKI',
  scorers: ['ines', 'jonas'],
  reason: 'A year has passed since the last look; two customers have changed hands since.',
  reminder: 'The division head wants the picture before the budget is set.',
  scorings: [
    { code: 'K-3002', first: [6, 8], second: [6, 8], agreed: [6, 8] },
    { code: 'K-3003', first: [9, 7], second: [9, 8], agreed: [9, 7] },
    {
      code: 'K-3005',
      first: [6, 6],
      second: [6, 7],
      agreed: [6, 6],
      decision: 'accept',
      reason: 'The new owner buys for six plants and wants one supplier.',
    },
    {
      code: 'K-3008',
      first: [8, 6],
      second: [7, 6],
      agreed: [8, 6],
      decision: 'refuse',
      reason: 'One good year of standing is not enough; look again when the framework contract is renewed.',
    },
    { code: 'K-3010', first: [6, 7], second: [5, 7], agreed: [6, 7] },
    { code: 'K-3009', first: [2, 6], second: [6, 6] },
    { code: 'K-3001', first: [7, 8], second: [3, 8] },
    { code: 'K-3004', first: [4, 6] },
    { code: 'K-3007', second: [8, 5] },
  ] satisfies DemoScoring[] as readonly DemoScoring[],
};
