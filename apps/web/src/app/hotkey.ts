import { useEffect, useEffectEvent } from 'react';

const preference = 'mainstay.single-keys';

/** Single-letter keys can be switched off (WCAG 2.1.4), for people who speak or whose hands slip. */
export const singleKeysOn = (): boolean => localStorage.getItem(preference) !== 'off';
export const setSingleKeys = (on: boolean): void => localStorage.setItem(preference, on ? 'on' : 'off');

/**
 * Calls `action` when one of the keys is pressed outside a field and while no dialogue is open. `mod+k` means Ctrl or
 * Command with K, and also works inside fields.
 */
export function useHotkey(keys: readonly string[], action: () => void, enabled = true): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const matches = keys.some((key) => matchesKey(event, key));
    if (!matches || event.defaultPrevented) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => act(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}

function matchesKey(event: KeyboardEvent, key: string): boolean {
  const pressed = event.key.toLowerCase();
  const modified = event.ctrlKey || event.metaKey;
  if (key.startsWith('mod+')) return modified && !event.altKey && pressed === key.slice(4);
  if (modified || event.altKey || pressed !== key) return false;
  return !isOccupied(event) && (key.length > 1 || singleKeysOn());
}

function isOccupied(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return (
    target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
