import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { asksForSomething, withView } from './view-address';

const path = '/api/t/{tenant}/list-views';
export type View = ReadAnswer<typeof path>['items'][number];

export const useViews = () => useRead(path, { query: { list: 'accounts' } });

/** A list whose address asks for nothing opens with the person's own view. */
export function useDefaultView(): void {
  const { data } = useViews();
  const [search, setSearch] = useSearchParams();
  const asked = asksForSomething(search);
  const opens = data?.items.find((view) => view.opens);
  useEffect(() => {
    if (!asked && opens) setSearch((now) => withView(now, opens), { replace: true });
  }, [asked, opens, setSearch]);
}
