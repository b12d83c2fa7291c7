import { useState } from 'react';

/** A long list is drawn by parts: thousands of rows at once hold the page up for seconds. */
export function useParts<Item>(items: readonly Item[], size: number) {
  const [parts, setParts] = useState(1);
  const end = parts * size;
  return {
    shown: items.slice(0, end),
    /** Undefined once all are shown. */
    more: items.length > end ? () => setParts(parts + 1) : undefined,
  };
}
