import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type RecordedEvent, START } from '@mainstay/event-sourcing';
import { type Content, type Counts, kindOf, lineOf, toTransferred } from './format';
import type { Installation } from './installation';
import { TransferError } from './transfer-error';

const PAGE = 1_000;

export interface ExportOptions {
  /** Of this tenant only. */
  readonly tenant?: string;
  /** Keys of personal data, wrapped; without them names in the events stay sealed for ever. */
  readonly keys: boolean;
  /** Bytes of files that the events name. */
  readonly files: boolean;
}

export interface Exported {
  readonly counts: Counts;
  readonly tenants: readonly string[];
}

/**
 * Writes all that is recorded when it begins, in the order of the feed. The file is in place when it is whole.
 * @throws TransferError; StoreUnavailable
 */
export async function exportEvents(from: Installation, file: string, options: ExportOptions): Promise<Exported> {
  const counts: Counts = { events: 0, keys: 0, files: 0 };
  const tenants = new Set<string>();
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(
      Readable.from(lines(from, options, counts, tenants)),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { counts, tenants: [...tenants] };
}

async function* lines(
  from: Installation,
  { tenant, keys, files }: ExportOptions,
  counts: Counts,
  tenants: Set<string>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (line: string) => {
    hash.update(line);
    return line;
  };
  const exported = new Date().toISOString();
  yield hashed(lineOf({ mainstay: 'events', format: 1, tenant: tenant ?? null, exported, with: { keys, files } }));
  for await (const content of contents()) {
    counts[kindOf(content)]++;
    yield hashed(lineOf(content));
  }
  yield lineOf({ end: counts, sha256: hash.digest('hex') });

  async function* contents(): AsyncGenerator<Content> {
    for await (const event of recorded(from)) {
      if (tenant !== undefined && event.tenant !== tenant) continue;
      tenants.add(event.tenant);
      yield { event: toTransferred(event) };
    }
    if (tenants.size === 0)
      throw new TransferError(tenant ? `Nothing is recorded of ${tenant}.` : 'Nothing is recorded.');
    for (const of of keys ? tenants : []) {
      for (const { wrapped, ...key } of await from.keys.of(of)) {
        yield { key: { tenant: of, ...key, wrapped: wrapped.toString('base64') } };
      }
    }
    for (const of of files ? tenants : []) {
      for await (const { sha256, bytes } of from.files.of(of)) {
        yield { file: { tenant: of, sha256, bytes: bytes.toString('base64') } };
      }
    }
  }
}

/** All that is in the feed now. What is recorded from now on may or may not be among it. */
export async function* recorded({ store }: Pick<Installation, 'store'>): AsyncGenerator<RecordedEvent> {
  const until = await store.head();
  for (let after = START, done = false; !done;) {
    const page = await store.readFeed(after, PAGE);
    yield* page.events;
    after = page.upTo;
    done = after >= until;
    // Something is still being recorded before the end: its place in the feed is not settled yet.
    if (!done && page.drained) await pause(50);
  }
}
