import type { Criterion } from './use-criteria';

type Fed = NonNullable<Criterion['fed']>;
type Band = Fed['bands'][number];

export const fedFields = ['spend', 'potential', 'headroom', 'growth', 'divisions', 'countries', 'sites'] as const;

/** Two bands to begin with: none of it, and some. */
export const beginFed = (field: Fed['field']): Fed => ({
  field,
  bands: [
    { from: null, to: 1, score: 0 },
    { from: 1, to: null, score: 5 },
  ],
});

/** Each band ends where the next begins, so that every value falls into one of them. */
const joined = (bands: readonly Band[]): Band[] =>
  bands.map((band, index) => ({
    ...band,
    from: index === 0 ? null : band.from,
    to: bands[index + 1]?.from ?? null,
  }));

/** Where a band begins; the one before it then ends there. */
export const bandsFrom = (fed: Fed, index: number, from: number): Fed => withBand(fed, index, { from });

/** Changes a band, or adds one above the last. */
export function withBand(fed: Fed, index: number, change: Partial<Band> = {}): Fed {
  const last = fed.bands.at(-1)!;
  const added = { from: last.from === null ? 1 : last.from * 2 || 1, to: null, score: last.score };
  const bands = index < fed.bands.length ? fed.bands : [...fed.bands, added];
  return { ...fed, bands: joined(bands.map((band, at) => (at === index ? { ...band, ...change } : band))) };
}

export const withoutBand = (fed: Fed, index: number): Fed => ({
  ...fed,
  bands: joined(fed.bands.filter((_, at) => at !== index)),
});
