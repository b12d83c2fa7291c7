import { useState } from 'react';
import { useCommand } from '~/api/use-command';
import type { CommandInput } from '~/api/types';

const path = '/api/t/{tenant}/accounts/bulk-change';
type Body = CommandInput<'post', typeof path>['body'];
export type Change = Body['change'];
export type Filter = NonNullable<Body['filter']>;
export type Chosen =
  | { readonly accountIds: string[]; readonly filter?: undefined; readonly n: number }
  | { readonly filter: Filter; readonly accountIds?: undefined; readonly n: number };
export type Told = NonNullable<ReturnType<typeof useCommand<'post', typeof path>>['data']>;

/** Tells what a change of many accounts would do, and carries out exactly what was told. */
export function useBulk({ n: _, ...selection }: Chosen) {
  const tell = useCommand('post', path, { refreshes: 'none' });
  const carryOut = useCommand('post', path);
  const [told, setTold] = useState<{ change: string; answer: Told }>();
  return {
    telling: tell.isPending,
    tell: async (change: Change) => {
      const answer = await tell.mutateAsync({ body: { ...selection, change, dryRun: true } });
      setTold({ change: JSON.stringify(change), answer });
    },
    /** Undefined once something else is asked for. */
    toldOf: (change: Change) => (told?.change === JSON.stringify(change) ? told.answer : undefined),
    carryOut: (change: Change, reason: string) =>
      carryOut.mutateAsync({ body: { ...selection, change, reason, dryRun: false } }),
  };
}
