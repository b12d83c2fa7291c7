import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '@mainstay/configuration';
import { PostgresEventStore } from '@mainstay/event-store-postgres';
import { events, migrateDatabase, projections } from '@mainstay/product';
import { Projector } from '@mainstay/read-store';
import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { pino } from 'pino';
import { startApi } from '../../../apps/api/src/api';
import { demoOrganizations, demoPeople } from '../../../apps/all-in-one/src/demo/people';
import { type AdminCall, adminApi } from '../../../infra/keycloak/admin.mjs';
import { demoRealm, SCRIPT_CLIENT } from '../../../infra/keycloak/demo-realm.mjs';
import { freePort } from '../../../infra/local/free-port.mjs';
import { type RunningKeycloak, startKeycloak } from '../../../infra/local/servers/keycloak.mjs';
import { Caller } from '../../support/caller';
import { Mailbox } from './mailbox';

export const PASSWORD = 'password of a test';
export const PROVISIONER_SECRET = randomBytes(24).toString('base64url');
/** Signs in, but works for no enterprise. */
export const NORA = {
  id: 'd0000000-0000-4000-8000-000000000099',
  username: 'nora',
  name: 'Nora Nil',
  email: 'nora@nowhere.example',
  memberships: {},
};

export interface Api {
  readonly url: string;
  as(token: string): Caller;
  /** Answers the body of health/ready once it says so. */
  becomes(ready: boolean): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** A real Keycloak with the demo people, and copies of the API that trust it, on one database. */
export class KeycloakWorld {
  private constructor(
    readonly keycloak: RunningKeycloak,
    readonly mailbox: Mailbox,
    /** Where the web page may be served. */
    readonly webOrigin: string,
    private readonly folder: string,
    private readonly database: TestDatabase,
    private readonly store: PostgresEventStore,
    private readonly projector: Projector,
  ) {}

  private readonly running = new Set<Api>();

  static async start(): Promise<KeycloakWorld> {
    const mailbox = await Mailbox.open();
    // The page goes to the host name that the issuer has, so that both share what a browser keeps by host.
    const webOrigin = `http://127.0.0.1:${await freePort()}`;
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-keycloak-'));
    const realm = demoRealm({
      organizations: demoOrganizations,
      people: [...demoPeople, NORA],
      password: PASSWORD,
      webOrigins: [webOrigin],
      provisionerSecret: PROVISIONER_SECRET,
    });
    const clients = [...realm.clients, scriptClient('without-audience'), scriptClient('short-lived', audience, '2')];
    const [keycloak, database] = await Promise.all([
      startKeycloak({ dataFolder: folder, realm: { ...realm, clients, smtpServer: smtp(mailbox) } }),
      testDatabase(),
    ]);
    const { urls } = database;
    await migrateDatabase(urls.migrate);
    const store = new PostgresEventStore({ urls });
    const projector = new Projector({ store, urls, projections, events, sharesProgress: true });
    projector.start();
    return new KeycloakWorld(keycloak, mailbox, webOrigin, folder, database, store, projector);
  }

  async api(more: Readonly<Record<string, string>> = {}): Promise<Api> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const configuration = readConfiguration('api', {
      PORT: String(port),
      DATABASE_URL_API: this.database.urls.api,
      DATABASE_URL_PROJECTOR: this.database.urls.projector,
      KEYCLOAK_ISSUER: this.keycloak.issuer,
      KEYCLOAK_ADMIN_URL: `${this.keycloak.url}/admin/realms/mainstay`,
      KEYCLOAK_ADMIN_CLIENT_SECRET: PROVISIONER_SECRET,
      MAINSTAY_PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      MAINSTAY_DRAIN_SECONDS: '0',
      ...more,
    });
    const service = await startApi(configuration, pino({ level: 'silent' }), new AbortController().signal);
    const api: Api = {
      url,
      as: (token) => new Caller(url, token),
      becomes: (ready) => becomes(url, ready),
      stop: async () => {
        this.running.delete(api);
        await service.stop();
      },
    };
    this.running.add(api);
    return api;
  }

  /** The token endpoint's answer to user name and password. */
  async grant(
    username: string,
    { clientId = SCRIPT_CLIENT, realm = 'mainstay', scope = 'openid organization:*' } = {},
  ): Promise<Tokens> {
    const answer = await fetch(`${this.keycloak.url}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: clientId, username, password: PASSWORD, scope }),
    });
    const tokens = (await answer.json()) as Tokens & { error_description?: string };
    if (!tokens.access_token) throw new Error(`${username} cannot sign in: ${tokens.error_description}`);
    return tokens;
  }

  /** What mainstay-provisioner, the service account, is given. */
  async serviceToken(): Promise<string> {
    const answer = await fetch(`${this.keycloak.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'mainstay-provisioner',
        client_secret: PROVISIONER_SECRET,
      }),
    });
    return ((await answer.json()) as Tokens).access_token;
  }

  /** The Admin API as the administrator of the server. */
  administrator(): Promise<AdminCall> {
    const { url, admin } = this.keycloak;
    return adminApi({ url, account: { realm: 'master', clientId: 'admin-cli', ...admin } });
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.running].map((api) => api.stop()));
    this.mailbox.close();
    await this.projector.stop();
    await this.store.close();
    await Promise.all([this.database.stop(), this.keycloak.kill()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

const smtp = ({ port }: Mailbox) => ({ host: '127.0.0.1', port: String(port), from: 'mainstay@sign-in.example' });

const audience = {
  name: 'audience',
  protocol: 'openid-connect',
  protocolMapper: 'oidc-audience-mapper',
  config: { 'included.custom.audience': 'mainstay-api', 'access.token.claim': 'true' },
};

export const scriptClient = (clientId: string, mapper?: object, lifespan?: string) => ({
  clientId,
  enabled: true,
  publicClient: true,
  protocol: 'openid-connect',
  directAccessGrantsEnabled: true,
  fullScopeAllowed: false,
  defaultClientScopes: ['basic', 'profile', 'email'],
  optionalClientScopes: ['organization'],
  protocolMappers: mapper ? [mapper] : [],
  attributes: lifespan ? { 'access.token.lifespan': lifespan } : {},
});
export const audienceMapper = audience;

async function becomes(url: string, ready: boolean): Promise<Record<string, unknown>> {
  const until = performance.now() + 30_000;
  for (;;) {
    const body = (await (await fetch(`${url}/api/health/ready`)).json()) as Record<string, unknown>;
    if (body.ready === ready) return body;
    if (performance.now() > until) throw new Error(`Still ${JSON.stringify(body)}`);
  }
}
