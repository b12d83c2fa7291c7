import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { Unavailable } from '@mainstay/event-sourcing';

const waitAfterAnswer = 10_000;
const waitAfterFailure = 1_000;

/** The identity provider's public keys. They are fetched again for an unknown key id, but not at anyone's pace. */
export class SigningKeys {
  private keys: ReadonlyMap<string, KeyObject> = new Map();
  private fetching?: Promise<void>;
  private nextFetch = 0;
  private failed = false;

  constructor(
    private readonly url: string,
    private readonly now: () => Date,
  ) {}

  get areWarm(): boolean {
    return this.keys.size > 0;
  }

  known(kid: string): KeyObject | undefined {
    return this.keys.get(kid);
  }

  /** @throws Unavailable where the provider does not answer, so that nobody can say whether the key is good */
  async find(kid: string): Promise<KeyObject | undefined> {
    const known = this.keys.get(kid);
    if (known) return known;
    if (this.fetching || this.now().getTime() >= this.nextFetch) await this.fetch();
    else if (this.failed) throw unreachable();
    return this.keys.get(kid);
  }

  /** Fetches the keys, once for all who ask at the same time. @throws Unavailable */
  fetch(): Promise<void> {
    this.fetching ??= this.load().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async load(): Promise<void> {
    try {
      const answer = await fetch(this.url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
      if (!answer.ok) throw unreachable();
      this.keys = readKeys((await answer.json()) as { keys: PublishedKey[] });
      this.failed = false;
    } catch {
      this.failed = true;
      throw unreachable();
    } finally {
      this.nextFetch = this.now().getTime() + (this.failed ? waitAfterFailure : waitAfterAnswer);
    }
  }
}

type PublishedKey = JsonWebKey & { kid?: string; use?: string; alg?: string };

function readKeys(published: { keys: PublishedKey[] }): ReadonlyMap<string, KeyObject> {
  const signing = published.keys.filter(
    ({ kid, kty, use = 'sig', alg = 'RS256' }) => kid && kty === 'RSA' && use === 'sig' && alg === 'RS256',
  );
  return new Map(signing.map((key) => [key.kid!, createPublicKey({ key, format: 'jwk' })]));
}

const unreachable = (): Unavailable =>
  new Unavailable('identity.unreachable', 'The sign-in service does not answer, so nobody can be recognised now.', 1);
