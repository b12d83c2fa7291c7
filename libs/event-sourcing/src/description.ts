import type { DomainEvent, Recorded } from './event';

/** How the audit history tells one event: what it was about, before, after and why. Values are plain JSON, ids not names. */
export interface Description {
  /** One kind per thing a person would filter by: `audit-answer`, `recategorisation`, `plan-revision`, ... */
  readonly kind: string;
  /** The record changed: type as in the addresses (`account`, `audit`, `plan`, `division`, `person`, `enterprise`). */
  readonly subject: { readonly type: string; readonly id: string };
  readonly accountId?: string;
  readonly divisionId?: string;
  /** What within the record changed, such as the id of the catalogue action answered. */
  readonly detail?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The reason given, in the person's words. */
  readonly why?: string;
}

/** One entry for every event type of a context: an event that cannot be told is an event the Board cannot see. */
export type Descriptions<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (event: Recorded<Extract<Event, { type: Type }>>) => Description;
};
