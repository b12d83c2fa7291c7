import { hash } from 'node:crypto';
import KeycloakConnect from 'keycloak-connect';
import { type Person, personOf } from './person';
import { SigningKeys } from './signing-keys';
import { invalid, readToken, type TokenClaims } from './token';
import { VerifiedTokens } from './verified-tokens';

export interface TokenVerifierOptions {
  /** Exactly as tokens state it: `<server>/realms/<realm>`. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the keys are, if this process reaches the provider under another address than the browser does. */
  readonly jwksUrl?: string;
  readonly now?: () => Date;
}

/** Tells who a bearer token stands for. Every copy of the API does so alone, with the provider's public keys. */
export class TokenVerifier {
  private readonly now: () => Date;
  private readonly keys: SigningKeys;
  private readonly keycloak: KeycloakConnect.GrantManager;
  private readonly verified = new VerifiedTokens<Person>();

  constructor(private readonly options: TokenVerifierOptions) {
    this.now = options.now ?? (() => new Date());
    this.keys = new SigningKeys(options.jwksUrl ?? `${options.issuer}/protocol/openid-connect/certs`, this.now);
    this.keycloak = grantManager(options, this.keys);
  }

  get issuer(): string {
    return this.options.issuer;
  }

  /** Whether the signing keys are here. The API is not ready before. */
  get isWarm(): boolean {
    return this.keys.areWarm;
  }

  /** Fetches the signing keys; to be called again where it fails. @throws Unavailable */
  warm(): Promise<void> {
    return this.keys.fetch();
  }

  /**
   * @throws Unauthenticated for a token that is not good (`token.expired` for one that was)
   * @throws Unavailable where the provider's keys cannot be had
   */
  async verify(token: string): Promise<Person> {
    const digest = hash('sha256', token, 'base64');
    return this.verified.get(digest, this.now()) ?? this.examine(token, digest);
  }

  private async examine(token: string, digest: string): Promise<Person> {
    const { issuer, audience } = this.options;
    const { kid, claims } = readToken(token, { issuer, audience, now: this.now() });
    if (!(await this.keys.find(kid))) throw invalid('its key is not known');
    await this.checkSignature(token);
    return this.remember(digest, claims);
  }

  private async checkSignature(token: string): Promise<void> {
    try {
      await this.keycloak.createGrant(JSON.stringify({ access_token: token }));
    } catch {
      throw invalid('its signature does not match');
    }
  }

  private remember(digest: string, claims: TokenClaims): Person {
    const person = personOf(claims, this.options.audience);
    this.verified.set(digest, person, new Date(claims.exp * 1000), this.now());
    return person;
  }
}

/** keycloak-connect's own check, with our keys: its key cache can be blocked by tokens that name unknown keys. */
function grantManager({ issuer, audience }: TokenVerifierOptions, keys: SigningKeys): KeycloakConnect.GrantManager {
  const [, server, realm] = /^(https?:\/\/.+)\/realms\/([^/]+)$/.exec(issuer) ?? [];
  if (!server || !realm) throw new Error(`issuer: must have the form https://server/realms/realm, but is ${issuer}.`);
  const settings = {
    'auth-server-url': server,
    realm,
    resource: audience,
    'bearer-only': true,
    'verify-token-audience': true,
    'ssl-required': 'external',
    'confidential-port': 0,
  };
  const { grantManager: manager } = new KeycloakConnect({}, settings);
  return Object.assign(manager, { rotation: { getJWK: (kid: string) => Promise.resolve(keys.known(kid)) } });
}
