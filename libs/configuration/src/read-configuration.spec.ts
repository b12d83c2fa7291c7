import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { ConfigurationError } from './configuration-error';
import type { ProcessName } from './processes';
import { type Environment, readConfiguration } from './read-configuration';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, byte) => byte * 7)).toString('base64');

const complete: Environment = {
  DATABASE_HOST: 'localhost',
  DATABASE_PASSWORD_API: 'Zr8-qLw2-vTn5-api',
  DATABASE_PASSWORD_PROJECTOR: 'Zr8-qLw2-vTn5-projector',
  DATABASE_PASSWORD_MIGRATE: 'Zr8-qLw2-vTn5-migrate',
  KAFKA_BROKERS: 'localhost:9092',
  KEYCLOAK_ISSUER: 'https://sign-in.example.com/realms/mainstay',
  MAINSTAY_PERSONAL_DATA_KEY: KEY,
};

const refusals = (process: ProcessName, env: Environment): readonly string[] => {
  try {
    readConfiguration(process, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

describe('the environment of the embedded start', () => {
  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, but is "http".'],
    [{ PORT: '' }, 'PORT must be a whole number from 1 to 65535, but is "".'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535, but is "0".'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 1 to 65535, but is "65536".'],
    [{ PORT: '80.5' }, 'PORT must be a whole number from 1 to 65535, but is "80.5".'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent, but is "loud".'],
    [{ MAINSTAY_DATA: '' }, 'MAINSTAY_DATA must name a folder, but is "".'],
    [
      { MAINSTAY_WEB_ORIGIN: 'here' },
      'MAINSTAY_WEB_ORIGIN must be an origin, such as http://localhost:5173, but is "here".',
    ],
    [
      { MAINSTAY_REQUESTS_PER_MINUTE: 'many' },
      'MAINSTAY_REQUESTS_PER_MINUTE must be a whole number from 1 to 1000000, but is "many".',
    ],
  ])('%j is refused: %s', (env, sentence) => {
    expect(refusals('all-in-one', env)).toEqual([sentence]);
  });

  it('of production is refused: one machine is no production', () => {
    expect(refusals('all-in-one', { NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^NODE_ENV is production: .*\.$/),
    ]);
  });

  it('may be empty: port 3000, and no folder stated', () => {
    const { embedded, process } = readConfiguration('all-in-one', {});
    expect({ port: embedded.port, dataFolder: embedded.dataFolder, logLevel: process.logLevel }).toEqual({
      port: 3000,
      dataFolder: undefined,
      logLevel: 'info',
    });
  });
});

describe('wrong values', () => {
  it('are all told at once, each with its variable and rule', () => {
    expect(refusals('relay', { ...complete, PORT: 'x', KAFKA_BROKERS: 'nowhere', KAFKA_TLS: 'true' })).toEqual([
      'PORT must be a whole number from 1 to 65535, but is "x".',
      'KAFKA_BROKERS must be a list of host:port, separated by commas, but is "nowhere".',
      'KAFKA_TLS must be yes or no, but is "true".',
    ]);
  });

  it('of what must be given and is not say so', () => {
    expect(refusals('api', {})).toEqual([
      'KEYCLOAK_ISSUER is missing: it must have the form https://server/realms/realm.',
      'MAINSTAY_PERSONAL_DATA_KEY is missing: it must be 32 bytes in base64 (openssl rand -base64 32).',
    ]);
    const { DATABASE_HOST: _host, ...noHost } = complete;
    expect(refusals('projector', noHost)).toContain(
      'DATABASE_URL_API is missing: it must be given, or DATABASE_HOST with DATABASE_PASSWORD_API.',
    );
    expect(refusals('migrate', { DATABASE_HOST: 'db' })).toContain(
      'DATABASE_PASSWORD_MIGRATE is missing: it must be given with DATABASE_HOST, where DATABASE_URL_MIGRATE is not.',
    );
  });

  it('of what belongs together and is given in part say what is missing', () => {
    expect(refusals('relay', { ...complete, KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_USERNAME: 'relay' })).toEqual([
      'KAFKA_PASSWORD is missing: it must be given where KAFKA_SASL_MECHANISM is.',
    ]);
    expect(refusals('relay', { ...complete, KAFKA_USERNAME: 'relay' })).toEqual([
      'KAFKA_SASL_MECHANISM is missing: it must be given where KAFKA_USERNAME is.',
    ]);
    expect(refusals('api', { ...complete, KEYCLOAK_ADMIN_URL: 'https://keycloak/admin/realms/mainstay' })).toEqual([
      'KEYCLOAK_ADMIN_CLIENT_SECRET is missing: it must be given where KEYCLOAK_ADMIN_URL is.',
    ]);
  });

  it('of certificates that would not be looked at are refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-certificates-'));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, rootCertificates[0]!);
    const given = { ...complete, KAFKA_CA_FILE: file };
    expect(refusals('relay', given)).toEqual(['KAFKA_TLS must be yes where KAFKA_CA_FILE is given.']);
    expect(refusals('relay', { ...given, KAFKA_TLS: 'yes' })).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it.each(['/nowhere/ca.pem', __filename])('of certificates that cannot be read are refused: %s', (file) => {
    expect(refusals('projector', { ...complete, KAFKA_TLS: 'yes', KAFKA_CA_FILE: file })).toEqual([
      `KAFKA_CA_FILE must name a file with certificates (PEM) that can be read, but is "${file}".`,
    ]);
  });

  it('of a secret are never printed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{8,40}$/), (secret) => {
        const said = refusals('api', {
          ...complete,
          MAINSTAY_PERSONAL_DATA_KEY: secret,
          DATABASE_URL_API: secret,
          EVENTSTOREDB_URL: secret,
        }).join('\n');
        expect(said).toContain('MAINSTAY_PERSONAL_DATA_KEY must be');
        expect(said).not.toContain(secret);
      }),
    );
  });
});

describe('addresses of the database', () => {
  it('are made for each role of the process from one host and the secrets', () => {
    const env = { ...complete, DATABASE_HOST: 'db', DATABASE_TLS: 'verify', DATABASE_PASSWORD_API: 'a/b@c:d' };
    const { urls } = readConfiguration('api', env).database;
    expect(Object.keys(urls)).toEqual(['api', 'projector']);
    expect(urls.api).toBe('postgres://mainstay_api:a%2Fb%40c%3Ad@db:5432/mainstay?sslmode=verify-full');
    expect(decodeURIComponent(new URL(urls.api).password)).toBe('a/b@c:d');
  });

  it('are taken as given before any are made', () => {
    const DATABASE_URL_API = 'postgres://somebody:anything@elsewhere/kam';
    expect(readConfiguration('api', { ...complete, DATABASE_URL_API }).database.urls.api).toBe(DATABASE_URL_API);
  });
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-secrets-'));
  const file = join(folder, 'key');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read without the end of its line', () => {
    writeFileSync(file, `${KEY}\n`);
    const { MAINSTAY_PERSONAL_DATA_KEY: _, ...rest } = complete;
    const { personalData } = readConfiguration('api', { ...rest, MAINSTAY_PERSONAL_DATA_KEY_FILE: file });
    expect(personalData.key).toEqual(Buffer.from(KEY, 'base64'));
  });

  it('that is not there, or beside the value itself, is refused in one sentence', () => {
    const { MAINSTAY_PERSONAL_DATA_KEY: _, ...rest } = complete;
    expect(refusals('api', { ...rest, MAINSTAY_PERSONAL_DATA_KEY_FILE: '/nowhere/key' })).toEqual([
      'MAINSTAY_PERSONAL_DATA_KEY_FILE must name a file that can be read, but is "/nowhere/key".',
    ]);
    expect(refusals('api', { ...complete, MAINSTAY_PERSONAL_DATA_KEY_FILE: file })).toEqual([
      'MAINSTAY_PERSONAL_DATA_KEY and MAINSTAY_PERSONAL_DATA_KEY_FILE are both given: leave one out.',
    ]);
  });
});

describe('production', () => {
  const production = { ...complete, NODE_ENV: 'production' };

  it('starts with strong secrets, an https issuer and everything on one host', () => {
    for (const process of ['api', 'relay', 'projector', 'migrate'] as const) {
      expect(refusals(process, production)).toEqual([]);
      expect(readConfiguration(process, production).production).toBe(true);
    }
  });

  it('refuses an issuer without https, even on this host', () => {
    expect(refusals('api', { ...production, KEYCLOAK_ISSUER: 'http://localhost:8080/realms/mainstay' })).toEqual([
      'KEYCLOAK_ISSUER must be an https address in production.',
    ]);
  });

  it.each(['mainstay-demo', 'postgres', 'changeme-changeme', 'mainstay-provisioner-dev-only', 'aaaaaaaaaaaaaaaa'])(
    'refuses %s, which others know from an example',
    (password) => {
      expect(refusals('relay', { ...production, DATABASE_PASSWORD_API: password })).toContain(
        'DATABASE_PASSWORD_API must not hold a password that others know from an example.',
      );
      expect(
        refusals('relay', { ...production, DATABASE_URL_API: `postgres://u:${password}@localhost/kam` }),
      ).toContain('DATABASE_URL_API must not hold a password that others know from an example.');
    },
  );

  it('refuses the key of the demo', () => {
    expect(refusals('api', { ...production, MAINSTAY_DEMO_KEY: 'k3'.repeat(16) + 'xyz' })).toContain(
      'MAINSTAY_DEMO_KEY must not be given in production: nobody may say there when something was recorded.',
    );
  });

  it('refuses a short secret', () => {
    expect(refusals('relay', { ...production, DATABASE_PASSWORD_API: 'x7!qT' })).toContain(
      'DATABASE_PASSWORD_API must hold a secret of at least 12 characters in production.',
    );
  });

  it.each<[ProcessName, string, Environment]>([
    ['api', 'DATABASE_HOST', { DATABASE_HOST: 'db.internal' }],
    ['api', 'DATABASE_URL_API', { DATABASE_URL_API: 'postgres://u:Zr8-qLw2-vTn5@db/kam?sslmode=disable' }],
    ['relay', 'KAFKA_TLS', { KAFKA_BROKERS: 'localhost:9092, kafka-2:9092' }],
    ['relay', 'EVENTSTOREDB_URL', { EVENTSTOREDB_URL: 'esdb://events:2113?tls=false' }],
    ['api', 'KEYCLOAK_JWKS_URL', { KEYCLOAK_JWKS_URL: 'http://keycloak:8080/certs' }],
    ['projector', 'OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }],
  ])('of %s refuses %s in plain text to another host, unless that is stated', (process, name, env) => {
    expect(refusals(process, { ...production, ...env })).toContain(
      `${name} must lead to an encrypted connection, or MAINSTAY_PLAIN_TEXT_NETWORK must be yes.`,
    );
    expect(refusals(process, { ...production, ...env, MAINSTAY_PLAIN_TEXT_NETWORK: 'yes' })).toEqual([]);
    expect(refusals(process, { ...complete, ...env })).toEqual([]);
  });
});
