/** One passage of a document that a revision changed, such as an action of a plan. */
export interface Passage {
  readonly section: string;
  readonly item: string | null;
  /** What the item is called. */
  readonly title?: string | null;
  readonly field: string | null;
  readonly kind: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

interface Sides {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The passages of a revision with both their sides; undefined where the change is of another kind. */
export function passagesOf({ before, after }: Sides): Passage[] | undefined {
  if (!isPassages(before) || !isPassages(after) || before.length !== after.length) return undefined;
  return before.map((passage, index) => ({ ...passage, after: after[index]!.after }));
}

const isPassages = (value: unknown): value is Passage[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'object' && one !== null && 'section' in one);
