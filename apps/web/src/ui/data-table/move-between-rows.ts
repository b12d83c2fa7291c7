import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move from row to row. */
export function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): void {
  if (!body || event.altKey || event.ctrlKey || event.metaKey) return;
  const openers = [...body.querySelectorAll<HTMLElement>('tr > th :is(a, button)')];
  const at = openers.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: openers.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  openers[next]?.focus();
}
