import { useSyncExternalStore } from 'react';
import classes from './announce.module.css';

const shownFor = 6_000;
let current = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(text: string): void {
  current = text;
  for (const listener of listeners) listener();
}

/** Says quietly, to eye and screen reader, that something was done: "Division added". */
export function announce(text: string): void {
  clearTimeout(timer);
  show(text);
  timer = setTimeout(() => show(''), shownFor);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function Announcements() {
  const text = useSyncExternalStore(subscribe, () => current);
  return (
    <div role="status" className={classes['place']} data-screen-only>
      {text && <div className={classes['text']}>{text}</div>}
    </div>
  );
}
