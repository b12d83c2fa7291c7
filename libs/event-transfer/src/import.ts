import { setTimeout as pause } from 'node:timers/promises';
import {
  type Append,
  type AppendOutcome,
  type EventMetadata,
  type EventToAppend,
  StoreUnavailable,
} from '@mainstay/event-sourcing';
import { recorded } from './export';
import { type Counts, Fingerprints, toTransferred, type TransferredEvent } from './format';
import type { Installation } from './installation';
import { contentOf, manifestOf } from './lines';
import { TransferError } from './transfer-error';

/** Events recorded in one go, and those of one stream in one append. */
const GO = 1_000;
const RUN = 200;
/** How often a store that does not answer is asked again. */
const TRIES = 30;

export interface Imported {
  readonly counts: Counts;
  readonly tenants: readonly string[];
}

/**
 * Records the events of an export where there are none: same ids, versions, moments, and order within each tenant, at new
 * positions. Nothing is recorded before the file has been found whole, and afterwards the events are read back and compared.
 * @param to its store accepts `recordedAt`
 * @param tenant the events of this tenant only
 * @throws TransferError naming what is wrong with the file or the target; StoreUnavailable
 */
export async function importEvents(to: Installation, file: string, tenant?: string): Promise<Imported> {
  const { tenant: only } = await manifestOf(file);
  const of = tenant ?? only ?? undefined;
  const mine = (line: { readonly tenant: string }) => of === undefined || line.tenant === of;
  let events = 0;
  for await (const line of contentOf(file)) if ('event' in line && mine(line.event)) events++;
  if (events === 0) throw new TransferError(of ? `${file} holds nothing of ${of}.` : `${file} holds no events.`);
  await assertEmpty(to, of);

  const { keys, files } = await takeKeysAndFiles(to, file, mine);
  const expected = new Fingerprints();
  let gathered: TransferredEvent[] = [];
  const flush = async () => {
    await record(to, gathered);
    gathered = [];
  };
  for await (const line of contentOf(file)) {
    if (!('event' in line) || !mine(line.event)) continue;
    expected.add(line.event);
    gathered.push(line.event);
    if (gathered.length === GO) await flush();
  }
  await flush();
  return { counts: { events, keys, files }, tenants: await compare(to, expected.byTenant()) };
}

/** Before the events: a key that cannot be taken over leaves the target as empty as it was. */
async function takeKeysAndFiles(
  to: Installation,
  path: string,
  mine: (line: { readonly tenant: string }) => boolean,
): Promise<Pick<Counts, 'keys' | 'files'>> {
  const counts = { keys: 0, files: 0 };
  for await (const line of contentOf(path)) {
    if ('key' in line && mine(line.key)) {
      const { tenant, subject, id, wrapped } = line.key;
      await to.keys.take(tenant, [{ subject, id, wrapped: Buffer.from(wrapped, 'base64') }]);
      counts.keys++;
    } else if ('file' in line && mine(line.file)) {
      const { tenant, sha256, bytes } = line.file;
      await to.files.take(tenant, { sha256, bytes: Buffer.from(bytes, 'base64') });
      counts.files++;
    }
  }
  return counts;
}

async function assertEmpty(to: Installation, tenant: string | undefined): Promise<void> {
  for await (const event of recorded(to)) {
    if (tenant !== undefined && event.tenant !== tenant) continue;
    const whose = tenant === undefined ? 'The target' : `${tenant} in the target`;
    throw new TransferError(
      `${whose} is not empty: ${event.stream} is there. Events are imported into an empty one only.`,
    );
  }
}

async function record({ store }: Installation, events: readonly TransferredEvent[]): Promise<void> {
  const appends = runsOf(events);
  if (store.appendInOrder) {
    const outcomes = await patiently(() => store.appendInOrder!(appends));
    outcomes.forEach((outcome, index) => assertRecorded(appends[index]!, outcome));
    return;
  }
  const tenants = new Set(appends.map(({ tenant }) => tenant));
  await Promise.all(
    [...tenants].map(async (of) => {
      for (const append of appends) {
        if (append.tenant === of) assertRecorded(append, await patiently(() => store.append(append)));
      }
    }),
  );
}

/** One append for events that follow each other in a stream and were recorded at the same moment. */
function runsOf(events: readonly TransferredEvent[]): Append[] {
  const runs: (Append & { events: EventToAppend[] })[] = [];
  let last: TransferredEvent | undefined;
  for (const event of events) {
    const { id, tenant, stream, version, type, data, metadata, recorded } = event;
    const toAppend = { id, type, data, metadata: metadata as unknown as EventMetadata };
    const run = runs.at(-1);
    const goesOn = last?.tenant === tenant && last.stream === stream && last.recorded === recorded;
    if (run && goesOn && run.events.length < RUN) run.events.push(toAppend);
    else
      runs.push({ tenant, stream, expectedVersion: version - 1, recordedAt: new Date(recorded), events: [toAppend] });
    last = event;
  }
  return runs;
}

function assertRecorded({ stream, expectedVersion }: Append, outcome: AppendOutcome): void {
  if (outcome.status === 'recorded') return;
  throw new TransferError(
    `${stream} is at version ${outcome.version} in the target where ${expectedVersion} comes next: somebody else writes to it.`,
  );
}

/** The ids make it safe to send the same again. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries === TRIES) throw error;
      await pause(error.retryAfterSeconds * 1_000);
    }
  }
}

/** What is in the target now, held against what was in the file; returns the tenants. */
async function compare(to: Installation, expected: ReadonlyMap<string, string>): Promise<string[]> {
  const found = new Fingerprints();
  for await (const event of recorded(to)) if (expected.has(event.tenant)) found.add(toTransferred(event));
  const present = found.byTenant();
  for (const [tenant, fingerprint] of expected) {
    if (present.get(tenant) !== fingerprint) {
      throw new TransferError(
        `The events of ${tenant} in the target are not those of the file. Do not use the target.`,
      );
    }
  }
  return [...expected.keys()];
}
