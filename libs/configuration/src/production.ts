import { isIP } from 'node:net';
import type { Fields, Section } from './variable';

/** What a production start is refused for, whatever is well formed. */
export interface Stated {
  readonly sections: Readonly<Record<string, Section>>;
  /** The text of each variable by its name, defaults included. */
  readonly texts: ReadonlyMap<string, string>;
  /** Addresses of PostgreSQL by the variable that a person would mend. */
  readonly databases: Readonly<Record<string, string>>;
}

const SHORTEST_SECRET = 12;
/** Passwords of examples, of the demo, and those that everybody tries first. */
const FAMILIAR = /^(mainstay|postgres|keycloak|password|secret|admin|change|demo|example|test|guest)|dev-only$/i;

export function productionProblems(stated: Stated): string[] {
  return [...issuerProblems(stated), ...demoProblems(stated), ...secretProblems(stated), ...plainTextProblems(stated)];
}

function issuerProblems({ texts }: Stated): string[] {
  const issuer = texts.get('KEYCLOAK_ISSUER');
  return issuer?.startsWith('http:') ? ['KEYCLOAK_ISSUER must be an https address in production.'] : [];
}

function demoProblems({ texts }: Stated): string[] {
  return texts.has('MAINSTAY_DEMO_KEY')
    ? ['MAINSTAY_DEMO_KEY must not be given in production: nobody may say there when something was recorded.']
    : [];
}

function secretProblems({ sections, texts, databases }: Stated): string[] {
  const fields = Object.values(sections).flatMap((section) => Object.values(section.fields as Fields));
  const secrets = fields
    .filter(({ secret, name }) => secret && texts.has(name))
    .map(({ name }): [string, string | undefined] => [name, passwordIn(texts.get(name)!)]);
  const inAddresses = Object.entries(databases).map(([name, url]): [string, string | undefined] => [
    name,
    passwordIn(url),
  ]);
  const problems = new Set<string>();
  for (const [name, password] of [...secrets, ...inAddresses]) {
    if (password === undefined) continue;
    if (FAMILIAR.test(password) || new Set(password).size < 4)
      problems.add(`${name} must not hold a password that others know from an example.`);
    else if (password.length < SHORTEST_SECRET)
      problems.add(`${name} must hold a secret of at least ${SHORTEST_SECRET} characters in production.`);
  }
  return [...problems];
}

/** The secret itself, or the password within an address; undefined for an address without one. */
function passwordIn(text: string): string | undefined {
  if (!/^[a-z+]+:\/\//.test(text)) return text;
  const { password } = new URL(text);
  return password === '' ? undefined : decodeURIComponent(password);
}

const OPTIONAL_WEB = ['KEYCLOAK_JWKS_URL', 'KEYCLOAK_ADMIN_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

function plainTextProblems({ texts, databases }: Stated): string[] {
  if (texts.get('MAINSTAY_PLAIN_TEXT_NETWORK') === 'yes') return [];
  const open: string[] = [];
  for (const [name, address] of Object.entries(databases)) {
    const { hostname, searchParams } = new URL(address);
    const verified = ['verify-full', 'verify-ca', 'require'].includes(searchParams.get('sslmode') ?? '');
    if (!verified && !isHere(hostname)) open.push(name);
  }
  for (const name of OPTIONAL_WEB) {
    const address = texts.get(name);
    if (address?.startsWith('http:') && !isHere(new URL(address).hostname)) open.push(name);
  }
  const store = texts.get('EVENTSTOREDB_URL');
  if (store && /[?&]tls=false\b/i.test(store) && !isHere(new URL(store).hostname)) open.push('EVENTSTOREDB_URL');
  const brokers = texts.get('KAFKA_BROKERS')?.split(',') ?? [];
  if (texts.get('KAFKA_TLS') === 'no' && brokers.some((broker) => !isHere(broker.trim().replace(/:\d+$/, ''))))
    open.push('KAFKA_TLS');
  return [...new Set(open)].map(
    (name) => `${name} must lead to an encrypted connection, or MAINSTAY_PLAIN_TEXT_NETWORK must be yes.`,
  );
}

/** The loopback interface, or a socket in the file system. */
function isHere(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === '' || bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
