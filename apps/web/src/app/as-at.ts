import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The past moment (ISO) that the page shows; undefined is now. An unreadable moment in the address counts as now. */
export function useAsAt(): string | undefined {
  const [search] = useSearchParams();
  return momentOf(search.get('asAt'));
}

export function momentOf(text: string | null): string | undefined {
  const moment = text ? new Date(text) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}

/** Moves the page to another moment; undefined is back to now. */
export function useGoAsAt(): (moment: string | undefined) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (moment) =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        if (moment) after.set('asAt', moment);
        else after.delete('asAt');
        return after;
      }),
    [setSearch],
  );
}
