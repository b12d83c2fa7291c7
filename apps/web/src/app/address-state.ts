import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * One search parameter as state (filter, sort, tab), so that a link shows the same page to a colleague. Setting it
 * replaces the address, it does not add to the browser's history.
 */
export function useAddressState(name: string, fallback = ''): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '' || value === fallback) after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
    [name, fallback, setSearch],
  );
  return [search.get(name) ?? fallback, set];
}
