import { type Append, type EventStore, newId, type RecordedEvent, START } from '@mainstay/event-sourcing';

export const happened = (stream: string, more: Partial<Append> = {}): Append => ({
  tenant: 'acme',
  stream,
  expectedVersion: 'any',
  events: [
    {
      id: newId(),
      type: 'test.Happened',
      data: { stream },
      metadata: { schemaVersion: 1, actor: 'person-1', correlation: 'request-1' },
    },
  ],
  ...more,
});

/** All that may be read at this moment. */
export async function visible(store: EventStore): Promise<RecordedEvent[]> {
  const { events } = await store.readFeed(START, 10_000);
  return [...events];
}
