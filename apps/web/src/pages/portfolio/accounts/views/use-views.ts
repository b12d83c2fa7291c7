import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

const path = '/api/t/{tenant}/list-views';
export type View = ReadAnswer<typeof path>['items'][number];

/** What of the address a view keeps; the rest, such as the moment and the division, is the person's own. */
const kept = ['q', 'category', 'lead', 'archived', 'sort'] as const;
const chosenBy = 'view';
const others = ['columns', chosenBy];

export const useViews = () => useRead(path, { query: { list: 'accounts' } });

/** Search, filters and order as the address has them. */
export function keptOf(search: URLSearchParams): string {
  return new URLSearchParams(kept.flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : []))).toString();
}

/** The address with a view in place of what it keeps; without one, the list as it is by itself. */
export function withView(search: URLSearchParams, view: View | undefined): URLSearchParams {
  const now = new URLSearchParams([...search].filter(([name]) => ![...kept, ...others].includes(name)));
  if (!view) {
    now.set(chosenBy, 'none');
    return now;
  }
  for (const [name, value] of new URLSearchParams(view.query))
    if ((kept as readonly string[]).includes(name)) now.set(name, value);
  if (view.columns) now.set('columns', view.columns.join(','));
  now.set(chosenBy, view.id);
  return now;
}

/** A list whose address asks for nothing opens with the person's own view. */
export function useDefaultView(): void {
  const { data } = useViews();
  const [search, setSearch] = useSearchParams();
  const asked = [...kept, ...others].some((name) => search.has(name));
  const opens = data?.items.find((view) => view.opens);
  useEffect(() => {
    if (!asked && opens) setSearch((now) => withView(now, opens), { replace: true });
  }, [asked, opens, setSearch]);
}
