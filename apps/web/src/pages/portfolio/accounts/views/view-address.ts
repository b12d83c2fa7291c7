/** What of the address a view keeps; the rest, such as the moment and the division, is the person's own. */
const kept = ['q', 'category', 'lead', 'archived', 'sort'] as const;
const chosenBy = 'view';
const own: readonly string[] = [...kept, 'columns', chosenBy];

interface Kept {
  readonly id: string;
  readonly query: string;
  readonly columns: readonly string[] | null;
}

/** Search, filters and order as the address has them. */
export function keptOf(search: URLSearchParams): string {
  return new URLSearchParams(kept.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : []))).toString();
}

/** Whether the address asks for anything of the list itself. */
export const asksForSomething = (search: URLSearchParams): boolean => own.some((name) => search.has(name));

/** The address with a view in place of what it keeps; without one, the list as it is by itself. */
export function withView(search: URLSearchParams, view: Kept | undefined): URLSearchParams {
  const now = new URLSearchParams([...search].filter(([name]) => !own.includes(name)));
  if (!view) {
    now.set(chosenBy, 'none');
    return now;
  }
  for (const [name, value] of new URLSearchParams(view.query)) {
    if ((kept as readonly string[]).includes(name)) now.set(name, value);
  }
  if (view.columns) now.set('columns', view.columns.join(','));
  now.set(chosenBy, view.id);
  return now;
}
