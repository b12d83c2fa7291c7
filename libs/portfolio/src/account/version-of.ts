import { NotFound } from '@mainstay/event-sourcing';

/** The part of an address that counts something of an account, such as the version that recorded a decision. @throws NotFound */
export function versionOf(what: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new NotFound(what, text);
  return Number(text);
}
