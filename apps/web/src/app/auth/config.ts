/** What the page must know before anyone is signed in. */
export interface Config {
  readonly issuer: string;
  readonly clientId: string;
  readonly production: boolean;
  /** While the demo enterprise is being loaded: how far it has come. */
  readonly demo: { readonly done: number; readonly total: number } | null;
}

export async function loadConfig(): Promise<Config> {
  const response = await fetch('/api/config');
  if (!response.ok) throw new Error(`config: ${response.status}`);
  return (await response.json()) as Config;
}

const isLoopback = ({ hostname }: URL) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);

/**
 * The provider knows this page under one address only. Where the page was opened under another name of the same
 * machine (localhost for 127.0.0.1), says where to go instead.
 */
export function addressKnownToIssuer(issuer: string, opened: string): string | undefined {
  const from = new URL(opened);
  const known = new URL(issuer);
  if (!isLoopback(from) || !isLoopback(known) || from.hostname === known.hostname) return undefined;
  from.hostname = known.hostname;
  return from.href;
}
