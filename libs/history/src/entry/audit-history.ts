import { type Description, type RecordedEvent, UnknownEvent } from '@mainstay/event-sourcing';
import { type NewRowOf, type Projection, projection } from '@mainstay/read-store';
import { historyEntry } from './history-entry.table';
import { withoutPersonalData } from './personal-data';

/** The descriptions of every context together, by event type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry takes the recorded form of its own event type
export type AllDescriptions = Readonly<Record<string, (event: any) => Description>>;

/** The audit history over all events. An event type that nobody describes stops it: the Board would not see the event. */
export const auditHistory = (descriptions: AllDescriptions): Projection =>
  projection({
    name: 'audit-history',
    version: 1,
    tables: { entries: historyEntry },
    all: (event, rows) => rows.entries.insert(entryOf(event, descriptions)),
  });

/** @throws UnknownEvent when the event's type has no description */
export function entryOf(event: RecordedEvent, descriptions: AllDescriptions): NewRowOf<typeof historyEntry> {
  const describe = Object.hasOwn(descriptions, event.type) ? descriptions[event.type] : undefined;
  if (!describe) throw new UnknownEvent(event, 'the audit history has no description of the type');
  const { kind, subject, accountId, divisionId, detail, before, after, why } = describe(event);
  const { actor, onBehalfOf, effectiveOn } = event.metadata;
  return {
    position: event.position,
    eventId: event.id,
    stream: event.stream,
    version: event.version,
    type: event.type,
    kind,
    subjectType: subject.type,
    subjectId: subject.id,
    accountId,
    divisionId,
    detail,
    actor,
    onBehalfOf,
    effectiveOn,
    before: withoutPersonalData(before),
    after: withoutPersonalData(after),
    why,
  };
}
