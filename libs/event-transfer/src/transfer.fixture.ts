import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, idFrom, InMemoryEventStore, type RecordedEvent } from '@mainstay/event-sourcing';
import { recorded } from './export';
import type { Installation, TransferredFile, TransferredKey } from './installation';

/** An installation with keys and files in memory. */
export class TestInstallation implements Installation {
  readonly taken = { keys: new Map<string, TransferredKey[]>(), files: new Map<string, TransferredFile[]>() };

  constructor(readonly store: EventStore = new InMemoryEventStore(undefined, { allowBackdating: true })) {}

  readonly keys = {
    of: async (tenant: string) => this.taken.keys.get(tenant) ?? [],
    take: async (tenant: string, keys: readonly TransferredKey[]) =>
      void this.taken.keys.set(tenant, [...(this.taken.keys.get(tenant) ?? []), ...keys]),
  };

  readonly files = {
    of: async function* (this: TestInstallation, tenant: string) {
      yield* this.taken.files.get(tenant) ?? [];
    }.bind(this),
    take: async (tenant: string, file: TransferredFile) =>
      void this.taken.files.set(tenant, [...(this.taken.files.get(tenant) ?? []), file]),
  };

  /** What is recorded of a tenant, without positions. */
  async events(tenant: string): Promise<Omit<RecordedEvent, 'position'>[]> {
    const events = [];
    for await (const { position: _, ...event } of recorded(this)) if (event.tenant === tenant) events.push(event);
    return events;
  }
}

/** Two tenants that record in turns, in several streams, some events in one append; a key and a file of each. */
export async function filled(turns = 60): Promise<TestInstallation> {
  const installation = new TestInstallation();
  for (let turn = 0; turn < turns; turn++) {
    const tenant = turn % 3 ? 'acme' : 'globex';
    await installation.store.append({
      tenant,
      stream: `test.thing-${tenant}_${turn % 7}`,
      expectedVersion: 'any',
      recordedAt: new Date(Date.UTC(2026, 0, 5, 9, turn)),
      events: Array.from({ length: 1 + (turn % 3) }, (_, index) => ({
        id: idFrom('transfer', String(turn), String(index)),
        type: 'test.Happened',
        data: { b: turn, a: 'Grüße \u2028 "x"', nested: [{ z: 1, y: null }] },
        metadata: { schemaVersion: 1, actor: 'person-1', correlation: `c${turn}`, effectiveOn: '2026-01-05' },
      })),
    });
  }
  for (const tenant of ['acme', 'globex']) {
    const bytes = Buffer.from(`minutes of ${tenant}`);
    await installation.keys.take(tenant, [{ subject: 'anna', id: 'k1', wrapped: Buffer.from(`key of ${tenant}`) }]);
    await installation.files.take(tenant, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes });
  }
  return installation;
}

export const newFile = () => join(mkdtempSync(join(tmpdir(), 'mainstay-transfer-')), 'events.ndjson');
