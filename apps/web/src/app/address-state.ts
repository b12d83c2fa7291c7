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
        () => {
          // From the address itself, so that two parameters set one after the other both stay.
          const after = new URLSearchParams(window.location.search);
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
