/** Figures are shown only of so many people and more. */
export const SMALLEST_GROUP = 5;

/** The people whose data a figure would be made of. */
export interface Group {
  readonly id: string;
  readonly people: readonly string[];
}

export interface Showable {
  /** May the figure of all parts together be shown? */
  readonly whole: boolean;
  /** The parts that may be shown beside it. */
  readonly parts: ReadonlySet<string>;
}

/**
 * The one place that decides which figures a person may see. The parts divide the whole; `known` are the people whose
 * single records the person may read anyway (the own ones and those of direct reports).
 *
 * A figure is shown if it is made of at least five people, and if what is left of it after taking away the people known
 * is nobody or again at least five: otherwise a line manager of four would learn about the fifth. Taking parts away from
 * the whole must not give away a small group either, so that the parts not shown are together nobody, or at least five
 * unknown people; else the smallest part that could be shown is kept back with them.
 */
export function showable(parts: readonly Group[], known: ReadonlySet<string>): Showable {
  const unknown = ({ people }: Pick<Group, 'people'>) => people.filter((person) => !known.has(person)).length;
  const isSafe = (count: number) => count === 0 || count >= SMALLEST_GROUP;
  const mayShow = (group: Pick<Group, 'people'>) => group.people.length >= SMALLEST_GROUP && isSafe(unknown(group));

  const whole = { people: parts.flatMap(({ people }) => people) };
  if (!mayShow(whole)) return { whole: false, parts: new Set() };
  const shown = parts.filter(mayShow);
  const rest = unknown(whole) - shown.reduce((sum, part) => sum + unknown(part), 0);
  if (!isSafe(rest)) {
    const smallest = shown
      .filter((part) => unknown(part) > 0)
      .sort((a, b) => unknown(a) - unknown(b) || (a.id < b.id ? -1 : 1))[0];
    // There is one: otherwise the rest would be all that is unknown of the whole, and that is safe.
    shown.splice(shown.indexOf(smallest!), 1);
  }
  return { whole: true, parts: new Set(shown.map(({ id }) => id)) };
}
