import { decider, type Recorded } from '@mainstay/event-sourcing';
import { type GivenScores, type ScoringEvent, scoringEvents, type SettledScores } from './scoring.events';

/** The scores of one account on one occasion. */
export interface Occasion {
  readonly criteriaVersion: number | null;
  /** By scorer. */
  readonly given: Readonly<Record<string, GivenScores>>;
  /** Null while it is open. */
  readonly settled: SettledScores | null;
}

/** All that scorers say of one account, by occasion. */
export interface Scoring {
  readonly occasions: Readonly<Record<string, Occasion>>;
}

export const accountScoring = decider<Scoring, ScoringEvent>({
  stream: 'portfolio.scoring',
  initial: { occasions: {} },
  events: scoringEvents,
  evolve,
});

/** A round is one occasion; outside of rounds each version of the criteria is. */
export const occasionOf = (roundId: string | null, criteriaVersion: number | null): string =>
  roundId ?? `v${criteriaVersion}`;

export const noScores: Occasion = { criteriaVersion: null, given: {}, settled: null };

function evolve({ occasions }: Scoring, event: Recorded<ScoringEvent>): Scoring {
  const { occasion: key, criteriaVersion } = event.data;
  const before = occasions[key] ?? noScores;
  return { occasions: { ...occasions, [key]: { ...after(before, event), criteriaVersion } } };
}

function after(before: Occasion, event: Recorded<ScoringEvent>): Occasion {
  switch (event.type) {
    case 'portfolio.ScoresGiven': {
      const { scorerId, scores, notes, fed, attractiveness, standing, suggested } = event.data;
      const own = { scores, notes, fed, attractiveness, standing, suggested };
      // Scores given after an agreement begin a new pass.
      return { ...before, given: { ...(before.settled ? {} : before.given), [scorerId]: own }, settled: null };
    }
    case 'portfolio.ScoresSettled': {
      const { scores, reasons, attractiveness, standing, suggested } = event.data;
      return { ...before, settled: { scores, reasons, attractiveness, standing, suggested } };
    }
    case 'portfolio.ScoringReopened':
      return { ...before, settled: null };
    default:
      return event satisfies never;
  }
}
