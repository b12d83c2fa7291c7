import type { CatalogueItem } from './catalogue-kind';

/** How many things a catalogue asks about, and what they can score together. */
export function sizeOf(items: readonly CatalogueItem[]): { asked: number; maximum: number | null } {
  const asked = items.filter(({ sort }) => sort === 'asked');
  const points = asked.flatMap(({ points }) => points ?? []);
  return { asked: asked.length, maximum: points.length > 0 ? points.reduce((sum, one) => sum + one) : null };
}
