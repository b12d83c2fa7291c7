import { Refused } from '@mainstay/event-sourcing';
import { z } from 'zod';

/**
 * Facts of an account that a criterion may be fed by. `headroom` is what the potential lies above the spend, and `growth`
 * what the customer's business grows by in a year, both in per cent; `divisions`, `countries` and `sites` are counted.
 */
export const fedFields = ['spend', 'potential', 'headroom', 'growth', 'divisions', 'countries', 'sites'] as const;
export type FedField = (typeof fedFields)[number];

/** From (included) to (excluded); null where the band is open on that side. */
const bandShape = z.object({ from: z.number().nullable(), to: z.number().nullable(), score: z.number() });
export const feedShape = z.object({ field: z.enum(fedFields), bands: z.array(bandShape) });
export type Feed = z.infer<typeof feedShape>;

/** What a fact came to when an account was scored, recorded with the scores. */
export const fedShape = z.object({
  field: z.enum(fedFields),
  value: z.number(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** What the band gives; the score recorded beside it differs where somebody typed it over, with the reason in the notes. */
  score: z.number(),
});
export type Fed = z.infer<typeof fedShape>;

export interface FedFacts {
  readonly spend: number;
  readonly potential: number | null;
  readonly growth: number | null;
  readonly divisionIds: readonly string[];
  readonly countries: readonly string[];
  readonly sites: readonly string[];
}

/** Null where nobody has given the fact: the criterion is scored by hand then. */
export function valueOf(field: FedField, facts: FedFacts): number | null {
  const { spend, potential, growth, divisionIds, countries, sites } = facts;
  switch (field) {
    case 'spend':
      return spend;
    case 'potential':
      return potential;
    case 'headroom':
      return potential === null || spend === 0 ? null : Math.round(((potential - spend) / spend) * 1000) / 10;
    case 'growth':
      return growth;
    case 'divisions':
      return divisionIds.length;
    case 'countries':
      return countries.length;
    case 'sites':
      return sites.length;
  }
}

/** The fact, the band it falls into and the score of that band; null where the fact is not known. */
export function fedScore({ field, bands }: Feed, facts: FedFacts): Fed | null {
  const value = valueOf(field, facts);
  if (value === null) return null;
  const band = bands.find(({ from, to }) => (from === null || value >= from) && (to === null || value < to));
  return band ? { field, value, ...band } : null;
}

/** The bands of a criterion cover every value once: open at both ends, each beginning where the one before it ends. */
export function bandsProblem({ bands }: Feed): string | undefined {
  if (bands.length === 0 || bands[0]!.from !== null || bands.at(-1)!.to !== null) {
    return 'the first band must be open below and the last one above';
  }
  const gap = bands.some(({ from, to }, index) => {
    if (from !== null && to !== null && to <= from) return true;
    return index > 0 && (from === null || from !== bands[index - 1]!.to);
  });
  return gap ? 'each band must begin where the one before it ends, and end above it' : undefined;
}

interface FedCriterion {
  readonly id: string;
  readonly label: string;
  readonly fed?: Feed | undefined;
}

/**
 * Scores with what the facts give filled in, and what they gave. A score that differs from what the facts give needs a
 * note that says why.
 * @throws Refused naming the criterion that was typed over without a reason
 */
export function withFed(
  criteria: readonly FedCriterion[],
  facts: FedFacts,
  scores: Readonly<Record<string, number>>,
  notes: Readonly<Record<string, string>>,
): { scores: Record<string, number>; fed: Record<string, Fed> } {
  const full: Record<string, number> = { ...scores };
  const fed: Record<string, Fed> = {};
  for (const { id, label, fed: feed } of criteria) {
    const given = feed && fedScore(feed, facts);
    if (!given) continue;
    fed[id] = given;
    full[id] ??= given.score;
    if (full[id] !== given.score && !notes[id]) {
      throw new Refused(
        'score.fed-typed-over',
        `scores.${id}: ${label} follows from a fact of the account and comes to ${given.score}; say in notes.${id} why it is another.`,
      );
    }
  }
  return { scores: full, fed };
}

/** Notes without those left empty. */
export const saidNotes = (notes: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== ''));
