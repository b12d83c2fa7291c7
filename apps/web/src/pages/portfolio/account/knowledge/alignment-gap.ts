export const alignmentTopics = ['goals', 'value', 'delivery', 'people', 'innovation', 'trust'] as const;
export type Side = 'ours' | 'theirs';
type Sides = Readonly<Record<Side, number | null>>;

/** Points by which we see ourselves higher than they do; 0 within one point; undefined where a side did not say. */
export function gapOf({ ours, theirs }: Sides): number | undefined {
  if (ours === null || theirs === null) return undefined;
  return Math.abs(ours - theirs) <= 1 ? 0 : ours - theirs;
}

/** Means of what each side said; undefined where a side said nothing. */
export function means(scores: Readonly<Record<(typeof alignmentTopics)[number], Sides>>) {
  const mean = (side: Side) => {
    const said = alignmentTopics.flatMap((topic) => scores[topic][side] ?? []);
    return said.length === 0 ? undefined : said.reduce((sum, value) => sum + value, 0) / said.length;
  };
  return { ours: mean('ours'), theirs: mean('theirs') };
}
