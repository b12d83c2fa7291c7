const atMost = 10_000;
/** A key taken out of service stops counting after this time, however long its tokens live. */
const longest = 300_000;

/** Remembers, by digest, what verified tokens said; forgets the least recently used, and each at its expiry. */
export class VerifiedTokens<T> {
  private readonly entries = new Map<string, { value: T; until: number }>();

  get(digest: string, now: Date): T | undefined {
    const entry = this.entries.get(digest);
    if (!entry) return undefined;
    this.entries.delete(digest);
    if (entry.until <= now.getTime()) return undefined;
    this.entries.set(digest, entry);
    return entry.value;
  }

  set(digest: string, value: T, expires: Date, now: Date): void {
    this.entries.set(digest, { value, until: Math.min(expires.getTime(), now.getTime() + longest) });
    if (this.entries.size > atMost) this.entries.delete(this.entries.keys().next().value!);
  }
}
