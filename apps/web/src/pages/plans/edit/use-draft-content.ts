import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { DraftContent } from './draft-content';

type List = 'criticalSuccessFactors' | 'objectives' | 'actions';
type Update<L extends List> = (next: (items: readonly DraftContent[L][number][]) => DraftContent[L][number][]) => void;

/** The plan as it is typed. `typed` hears of every change, but not of what `replace` puts in its place. */
export function useDraftContent(initial: DraftContent, typed: (content: DraftContent) => void) {
  const [draft, setDraft] = useState(initial);
  const settled = useRef(draft);
  const tell = useEffectEvent(typed);
  useEffect(() => {
    if (settled.current === draft) return;
    settled.current = draft;
    tell(draft);
  }, [draft]);
  const changes = useMemo(() => {
    const updateOf =
      <L extends List>(list: L): Update<L> =>
      (next) =>
        setDraft((before) => ({ ...before, [list]: next(before[list]) }));
    return {
      set: (patch: Partial<DraftContent>) => setDraft((before) => ({ ...before, ...patch })),
      update: {
        criticalSuccessFactors: updateOf('criticalSuccessFactors'),
        objectives: updateOf('objectives'),
        actions: updateOf('actions'),
      },
      replace: (content: DraftContent) => {
        settled.current = content;
        setDraft(content);
      },
    };
  }, []);
  return { draft, ...changes };
}
