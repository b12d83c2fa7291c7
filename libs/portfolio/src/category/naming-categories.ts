import type { Category, Quadrant } from '../account/category';
import type { KnownCategories } from './categories.queries';

type Cell = string | number | null | undefined | readonly string[] | boolean | Date;
interface Headings<Heading extends string> {
  /** Of columns that hold a category. */
  readonly categories: readonly Heading[];
  /** Of columns that hold what the scores suggest. */
  readonly suggestions?: readonly Heading[];
}

/** The columns of a download with categories as the enterprise calls them. */
export function namingCategories<Columns extends Readonly<Record<string, (row: never) => Cell>>>(
  columns: Columns,
  { nameOf, suggestionOf }: Pick<KnownCategories, 'nameOf' | 'suggestionOf'>,
  { categories, suggestions = [] }: Headings<keyof Columns & string>,
): Columns {
  const named = (heading: keyof Columns & string, name: (value: string) => string) => {
    const value = columns[heading]!;
    return [
      heading,
      (row: never) => {
        const cell = value(row);
        return typeof cell === 'string' ? name(cell) : cell;
      },
    ] as const;
  };
  return {
    ...columns,
    ...Object.fromEntries([
      ...categories.map((heading) => named(heading, (id) => nameOf(id as Category))),
      ...suggestions.map((heading) => named(heading, (id) => nameOf(suggestionOf(id as Quadrant)))),
    ]),
  };
}
