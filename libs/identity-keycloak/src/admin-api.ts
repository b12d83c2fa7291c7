import { Unavailable } from '@mainstay/event-sourcing';

export interface AdminApiOptions {
  /** Of the realm, such as `https://keycloak:8443/admin/realms/mainstay`. */
  readonly adminUrl: string;
  /** A service account with the roles manage-organizations and manage-users of realm-management, and no others. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What Keycloak said no to, for whoever asked to say it in the words of the field. */
export class AdminRefusal extends Error {
  constructor(
    readonly status: number,
    readonly path: string,
    answer: string,
  ) {
    super(`Keycloak answered ${path} with ${status}: ${answer}`);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const PATIENCE_MS = 10_000;
/** A token is not used in its last seconds, as the request takes some of them. */
const MARGIN_MS = 10_000;

/** Keycloak's Admin REST API of one realm, as the service account. */
export class AdminApi {
  private readonly realm: string;
  private readonly tokenUrl: string;
  private token?: { readonly value: string; readonly until: number };

  constructor(private readonly options: AdminApiOptions) {
    const [, server, realm] = /^(https?:\/\/.+)\/admin\/realms\/([^/]+)\/?$/.exec(options.adminUrl) ?? [];
    if (!server) {
      throw new Error(
        `KEYCLOAK_ADMIN_URL must have the form https://server/admin/realms/realm, but is ${options.adminUrl}.`,
      );
    }
    this.realm = `${server}/admin/realms/${realm}`;
    this.tokenUrl = `${server}/realms/${realm}/protocol/openid-connect/token`;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.call<Answer>('GET', path);
  }

  /** All pages of a list that is asked for with `first` and `max`. */
  async all<Item>(path: string, pageSize = 200): Promise<Item[]> {
    const items: Item[] = [];
    for (;;) {
      const page = await this.get<Item[]>(
        `${path}${path.includes('?') ? '&' : '?'}first=${items.length}&max=${pageSize}`,
      );
      items.push(...page);
      if (page.length < pageSize) return items;
    }
  }

  /** @throws AdminRefusal; Unavailable where Keycloak does not answer, or the service account may not do this */
  async call<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
    const response = await this.send(`${this.realm}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.accessToken()}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status === 401) this.token = undefined;
    if (response.status === 401 || response.status === 403 || response.status >= 502) throw unavailable();
    if (!response.ok) throw new AdminRefusal(response.status, `${method} ${path}`, text.slice(0, 500));
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  private async accessToken(): Promise<string> {
    if (this.token && Date.now() < this.token.until) return this.token.value;
    const { clientId, clientSecret } = this.options;
    const response = await this.send(this.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
    });
    if (!response.ok) throw unavailable();
    const { access_token: value, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.token = { value, until: Date.now() + seconds * 1_000 - MARGIN_MS };
    return value;
  }

  private async send(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      throw unavailable();
    }
  }
}

const unavailable = () =>
  new Unavailable('access.unreachable', 'The sign-in service cannot be administered at the moment; try again.', 5);
