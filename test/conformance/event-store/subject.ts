import {
  type Append,
  type AppendOutcome,
  type EventStore,
  type EventToAppend,
  idFrom,
  START,
} from '@mainstay/event-sourcing';
import type { RecordedEvent } from '@mainstay/event-sourcing';

/** A store to hold to the contract. `open` gives one more instance over the same events, where the adapter has such. */
export interface Subject {
  open(options?: { allowBackdating?: boolean }): EventStore;
  stop(): Promise<void>;
}

export type GetSubject = () => Subject;

export const tenant = 'acme';

/** An event whose id follows from its name, so that a test can repeat it. */
export function event(name: string, data: unknown = { name }): EventToAppend {
  return {
    id: idFrom('conformance', name),
    type: 'conformance.Happened',
    data,
    metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
  };
}

export const events = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => event(`${name} ${index}`));

export const append = (
  stream: string,
  expectedVersion: Append['expectedVersion'],
  toAppend: EventToAppend[],
): Append => ({
  tenant,
  stream,
  expectedVersion,
  events: toAppend,
});

export function recorded(outcome: AppendOutcome): Extract<AppendOutcome, { status: 'recorded' }> {
  if (outcome.status !== 'recorded')
    throw new Error(`The append was answered with a conflict at version ${outcome.version}.`);
  return outcome;
}

/** Everything in the feed, page by page, up to what was there when the call was made. */
export async function wholeFeed(store: EventStore, pageSize = 500): Promise<RecordedEvent[]> {
  const until = await store.head();
  const all: RecordedEvent[] = [];
  for (let after = START; ;) {
    const page = await store.readFeed(after, pageSize);
    all.push(...page.events);
    after = page.upTo;
    if (page.drained && after >= until) return all;
  }
}
