import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was when a dialogue that is rendered only while it is open goes away. One that
 * stays rendered and is closed by its `opened` property does so by itself.
 */
export function useReturnFocus(opened = true): void {
  const [before] = useState(() => (opened ? document.activeElement : null));
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        // A page that was opened from the dialogue, or another dialogue, has taken it already.
        const lost = document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
