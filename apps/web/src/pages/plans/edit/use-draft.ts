import { useCallback, useMemo, useState } from 'react';
import { useTenantMe } from '~/app/tenant';
import type { DraftContent } from './draft-content';

export interface Draft {
  readonly content: DraftContent;
  /** What it was begun from. */
  readonly base: { readonly version: number; readonly revision: number };
  readonly keptAt: string;
}

/** A person's unsaved plan of an account, kept on this device until it is saved or discarded. */
export function useDraft(accountId: string) {
  const { tenant, person } = useTenantMe();
  const key = `mainstay.plan-draft.${tenant.alias}.${person.id}.${accountId}`;
  const [draft, setDraft] = useState(() => stored(key));
  const keep = useCallback(
    (content: DraftContent, base: Draft['base']) => {
      const kept = { content, base, keptAt: new Date().toISOString() };
      localStorage.setItem(key, JSON.stringify(kept));
      setDraft(kept);
    },
    [key],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(key);
    setDraft(undefined);
  }, [key]);
  return useMemo(() => ({ draft, keep, discard }), [draft, keep, discard]);
}

function stored(key: string): Draft | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null) ?? undefined;
  } catch {
    return undefined;
  }
}
