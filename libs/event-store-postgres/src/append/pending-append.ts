import {
  type Append,
  type AppendOutcome,
  appendTexts,
  assertAppendable,
  type EventTexts,
} from '@mainstay/event-sourcing';

/** An append that has been checked and waits for its batch. */
export interface PendingAppend {
  readonly tenant: string;
  readonly stream: string;
  /** Tenant and stream together: the lane and the order in a batch follow from it. */
  readonly key: string;
  readonly expected: number;
  readonly backdated: number | null;
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly texts: readonly EventTexts[];
  readonly bytes: number;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: Error) => void;
  /** Travels alone: it has kept a batch waiting, or failed for a reason that may pass. */
  alone: boolean;
  tries: number;
}

/** @throws InvalidEvent for what could not be kept, before anything is sent */
export function prepare(
  request: Append,
  options: { readonly allowBackdating: boolean },
): Omit<PendingAppend, 'resolve' | 'reject'> {
  assertAppendable(request, options);
  const { tenant, stream, expectedVersion, events, recordedAt } = request;
  const texts = appendTexts(events);
  return {
    tenant,
    stream,
    key: `${tenant}\0${stream}`,
    expected: expectedVersion === 'any' ? -1 : expectedVersion,
    backdated: recordedAt ? recordedAt.getTime() : null,
    ids: events.map(({ id }) => id),
    types: events.map(({ type }) => type),
    texts,
    bytes: texts.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0),
    alone: false,
    tries: 0,
  };
}
