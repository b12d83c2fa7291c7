import type { BandId, OrganisationCatalogue } from '../catalogue/organisation-catalogue';

export interface Band {
  readonly band: BandId;
  /** The band after this one and how many points are missing; null in the highest. */
  readonly next: { readonly band: BandId; readonly points: number } | null;
}

/** Where a total stands. A border score belongs to the higher band (our ruling: 20, 65 and 110 stand in two ranges of the checklist). */
export function bandOf({ bands }: Pick<OrganisationCatalogue, 'bands'>, score: number): Band {
  const index = bands.findLastIndex(({ from }) => score >= from);
  const next = bands[index + 1];
  return { band: bands[index]!.id, next: next ? { band: next.id, points: next.from - score } : null };
}
