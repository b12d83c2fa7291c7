import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

const atMost = 20_000;

/** Sessions, grants and codes, all in memory: a restart signs everyone out. Over the limit the oldest go first. */
export function memoryAdapters(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  return (model) => new MemoryAdapter(model, entries);
}

class MemoryAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly entries: Map<string, Entry>,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const expires = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000;
    this.put(this.key(id), { payload, expires });
    if (this.model === 'Session' && payload.uid) this.put(this.uidKey(payload.uid), { payload: { jti: id }, expires });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.take(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const { jti } = this.take(this.uidKey(uid)) ?? {};
    return jti ? this.find(jti) : undefined;
  }

  /** Codes that people type in belong to the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.take(this.key(id));
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  /** oidc-provider asks it of each kind of token; a login under way for the same grant must stay. */
  async revokeByGrantId(grantId: string): Promise<void> {
    const tokens = [...this.entries].filter(
      ([key, { payload }]) => payload.grantId === grantId && key.startsWith(`${this.model}:`),
    );
    tokens.forEach(([key]) => this.entries.delete(key));
  }

  private take(key: string): AdapterPayload | undefined {
    const entry = this.entries.get(key);
    if (entry && entry.expires > Date.now()) return entry.payload;
    this.entries.delete(key);
    return undefined;
  }

  private put(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > atMost) this.entries.delete(this.entries.keys().next().value!);
  }

  private readonly key = (id: string): string => `${this.model}:${id}`;
  private readonly uidKey = (uid: string): string => `${this.model}-uid:${uid}`;
}
