import { useMemo } from 'react';
import { useRead } from '~/api/use-read';
import { useCan, useTenantMe } from './tenant';

interface Division {
  readonly id: string;
  readonly name: string;
}

/** The divisions that the person may see. `all`: not limited to some. */
export function useDivisions(): { divisions: readonly Division[]; all: boolean } {
  const { divisions: mine } = useTenantMe();
  const all = mine === 'all';
  const { data } = useRead('/api/t/{tenant}/divisions', {}, { enabled: all });
  return { divisions: all ? (data?.items ?? none) : mine, all };
}

/** Names by id of every division: whoever is limited to some still compares with the others. */
export function useDivisionNames(): ReadonlyMap<string, string> {
  const { divisions: own } = useDivisions();
  const { data } = useRead('/api/t/{tenant}/divisions', {}, { enabled: useCan('portfolio.read') });
  const divisions = data?.items ?? own;
  return useMemo(() => new Map(divisions.map(({ id, name }) => [id, name])), [divisions]);
}

const none: readonly Division[] = [];
