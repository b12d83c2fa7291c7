import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessName, readConfiguration } from '@mainstay/configuration';
import { securityHeaders } from '../../libs/http/src/security-headers';
import { parse } from 'yaml';

// docker-compose takes its time on a busy machine.
jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly build?: { readonly dockerfile: string };
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: unknown };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly volumes?: readonly string[];
  readonly restart?: string;
}

const text = read('docker-compose.yml');
const { services, volumes } = parse(text, { merge: true }) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};

/** What make-env.mjs writes: every secret filled in. */
const env: Readonly<Record<string, string>> = Object.fromEntries(
  spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { envText } from ${JSON.stringify(join(root, 'infra/docker/make-env.mjs'))}; process.stdout.write(envText());`,
  ])
    .stdout.toString()
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
);

const filled = (value: string, given: Readonly<Record<string, string>>) =>
  value.replace(/\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g, (_, name: string, otherwise = '') => given[name] ?? otherwise);

const environmentOf = (service: string, given: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(services[service]!.environment ?? {}).flatMap(([name, value]) =>
      value === null ? (given[name] === undefined ? [] : [[name, given[name]]]) : [[name, filled(value, given)]],
    ),
  ) as Record<string, string>;

const processOf: Readonly<Record<string, ProcessName>> = {
  'api-1': 'api',
  'api-2': 'api',
  relay: 'relay',
  'projector-1': 'projector',
  'projector-2': 'projector',
  migrate: 'migrate',
};
const { MAINSTAY_DEMO_KEY: _demoKey, ...secrets } = env;
const production = {
  ...secrets,
  NODE_ENV: 'production',
  MAINSTAY_DEMO: 'no',
  MAINSTAY_WEB_ORIGIN: 'https://kam.example.com',
};

describe('docker-compose.yml', () => {
  it('is one whole: everything an installation needs', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['postgres', 'eventstoredb', 'kafka', 'keycloak', 'realm', 'migrate', 'demo', 'web', ...Object.keys(processOf)]
        .filter((name, index, all) => all.indexOf(name) === index)
        .sort(),
    );
  });

  it('is accepted by docker-compose, where that is installed', () => {
    if (spawnSync('docker-compose', ['--version']).status !== 0) return;
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-compose-'));
    const file = join(folder, '.env');
    writeFileSync(
      file,
      Object.entries(env)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const said = spawnSync('docker-compose', [
      '--env-file',
      file,
      '-f',
      join(root, 'docker-compose.yml'),
      'config',
      '-q',
    ]);
    rmSync(folder, { recursive: true });
    expect({ status: said.status, stderr: said.stderr.toString() }).toEqual({ status: 0, stderr: '' });
  });

  it.each(Object.entries(processOf))(
    'gives %s a configuration that its process accepts, in production too',
    (service, process) => {
      expect(() => readConfiguration(process, environmentOf(service, env))).not.toThrow();
      expect(readConfiguration(process, environmentOf(service, production)).production).toBe(true);
    },
  );

  it('asks for every secret by name, and .env.example has a line for each and for nothing else', () => {
    const used = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
    used.add('MAINSTAY_DEMO_KEY');
    expect([...used].sort()).toEqual(Object.keys(env).sort());
    for (const [name, value] of Object.entries(env))
      expect({ name, value }).toEqual({ name, value: expect.stringMatching(/./) });
  });

  it('waits for what each process needs, and knows of every service whether it works', () => {
    for (const [name, { depends_on: needs = {}, healthcheck, restart, build }] of Object.entries(services)) {
      const once = healthcheck?.disable === true;
      expect({ name, once, restart }).toEqual({
        name,
        once,
        restart: once ? expect.stringMatching(/no|on-failure/) : 'unless-stopped',
      });
      const checked = healthcheck?.test !== undefined || build !== undefined;
      if (!once) expect({ name, checked }).toEqual({ name, checked: true });
      for (const [other, { condition }] of Object.entries(needs)) {
        const ends = services[other]!.healthcheck?.disable === true;
        expect({ name, other, condition }).toEqual({
          name,
          other,
          condition: ends ? 'service_completed_successfully' : 'service_healthy',
        });
      }
    }
    for (const api of ['api-1', 'api-2']) expect(Object.keys(services[api]!.depends_on!)).toContain('migrate');
    for (const one of ['relay', 'projector-1', 'projector-2'])
      expect(Object.keys(services[one]!.depends_on!).sort()).toEqual(['eventstoredb', 'kafka', 'migrate']);
  });

  it('keeps the data of every server in a volume of its own', () => {
    for (const name of ['postgres', 'eventstoredb', 'kafka'])
      expect(services[name]!.volumes!.some((volume) => volume.startsWith(`${name}:/`))).toBe(true);
    expect(Object.keys(volumes).sort()).toEqual(['eventstoredb', 'kafka', 'postgres', 'realm']);
  });
});

describe('our images', () => {
  it.each(['infra/docker/server.Dockerfile', 'infra/docker/web.Dockerfile'])('%s runs as nobody special', (file) => {
    const lines = read(file).split('\n');
    const users = lines.filter((line) => line.startsWith('USER '));
    expect(users).toHaveLength(1);
    expect(users[0]).not.toMatch(/root|\b0\b/);
    expect(lines.findIndex((line) => line.startsWith('USER '))).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('FROM ')),
    );
    expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(lines.some((line) => line.startsWith('RUN npm ci'))).toBe(true);
  });

  it('start programmes that exist', () => {
    const commands = Object.values(services)
      .flatMap(({ command = [] }) => command)
      .filter((part) => /\.m?js$/.test(part));
    for (const command of commands) {
      const source = command.replace(/^dist\/server\//, '').replace(/\.js$/, '.ts');
      expect(read(source).length).toBeGreaterThan(0);
    }
    expect(commands).toContain('dist/server/apps/relay/src/main.js');
  });

  it('serve the page with the headers that the API sets', () => {
    const caddy = read('infra/docker/Caddyfile');
    const { 'Content-Security-Policy': policy, ...others } = securityHeaders({ issuerOrigin: '', https: false });
    // Sign-in has the page's own origin there.
    expect(caddy).toContain(
      `Content-Security-Policy "${policy!.replace("connect-src 'self' ;", "connect-src 'self';")}"`,
    );
    for (const [name, value] of Object.entries(others))
      expect(caddy).toMatch(new RegExp(`${name} "?${value.replace(/[()]/g, '\\$&')}`));
  });
});
