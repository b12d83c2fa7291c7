import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IdentityAdministration } from '@mainstay/identity';
import { Directory } from './directory';
import { DirectoryFile } from './directory-file';
import { EmbeddedAdministration } from './embedded-administration';
import { Login } from './login';
import type { EmbeddedIdentityOptions, EmbeddedPerson } from './options';
import { securityHeaders } from './pages/html';
import { createProvider } from './provider';
import { signingKey } from './signing-key';
import { UserInfo } from './userinfo';

export interface EmbeddedIdentity {
  /** Answers every request whose path starts with the issuer's first segment (`/identity`). The body must be unread. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** @throws Error where the id, user name or e-mail is taken, or an organization is not known */
  readonly addPerson: (person: EmbeddedPerson) => void;
  readonly administration: IdentityAdministration;
}

/**
 * An identity provider inside the process, with the paths and tokens of a Keycloak realm. For one machine only: it answers
 * no foreign host name, and it is not to be had in production.
 */
export async function createEmbeddedIdentity(options: EmbeddedIdentityOptions): Promise<EmbeddedIdentity> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'The embedded identity provider does not run with NODE_ENV=production: connect a Keycloak instead.',
    );
  }
  const key = await signingKey(options.signingKeyFile);
  const directory = new Directory(
    options.organizations,
    options.people,
    options.demoPassword,
    new DirectoryFile(options.directoryFile),
  );
  const provider = createProvider(options, directory, key);
  const answer = provider.callback();
  const login = new Login(provider, directory, options.redirectOrigins);
  const userInfo = new UserInfo(options.issuer, directory, key);
  const realm = new URL(options.issuer).pathname;
  const hosts = [options.issuer, ...options.redirectOrigins].map((address) => new URL(address).hostname);

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    securityHeaders(response, options.redirectOrigins);
    if (!hosts.includes(hostOf(request)))
      return refuse(response, 403, 'The embedded identity provider answers on this machine only.');
    if (!url.startsWith(`${realm}/`)) return refuse(response, 404, 'There is nothing at this address.');
    const path = url.slice(realm.length);
    if (path.startsWith('/login/')) return login.handle(request, response);
    if (isUserInfo(path) && request.method !== 'OPTIONS') return userInfo.handle(request, response);
    // oidc-provider works below the realm and finds the full path here.
    Object.assign(request, { originalUrl: url, url: path });
    await answer(request, response);
  };

  return {
    handler: (request, response) => void route(request, response).catch(() => failed(response)),
    addPerson: (person) => directory.add(person),
    administration: new EmbeddedAdministration(directory),
  };
}

const isUserInfo = (path: string): boolean => path.split('?')[0] === '/protocol/openid-connect/userinfo';

function hostOf(request: IncomingMessage): string {
  const address = `http://${request.headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(sentence);
}

function failed(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, 400, 'The request could not be read.');
}
