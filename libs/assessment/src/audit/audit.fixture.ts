import type { Recorded, RequestContext } from '@mainstay/event-sourcing';
import type { Answer } from './answer';
import { answerAction } from './answering';
import { assign } from './assign';
import { type Audit, audit } from './audit';
import type { AuditEvent } from './audit.events';
import { open, type OpenAuditBody } from './open-audit';

export const auditId = 'audit-1';
export const lead = 'person-lead';
export const ann = 'person-ann';
export const ben = 'person-ben';
export const now = new Date('2025-03-10T12:00:00Z');

export const by = (actor: string, at = now): RequestContext => ({
  tenant: 'acme',
  actor,
  roles: ['assessor'],
  correlation: 'request-1',
  now: at,
});

export const opening: OpenAuditBody = {
  scope: { kind: 'programme' },
  title: 'Spring audit',
  catalogueVersion: 1,
  auditDate: '2025-03-01',
};

const recorded = (event: AuditEvent, version: number, actor: string, at: Date) =>
  ({ ...event, version, recorded: at, metadata: { actor } }) as unknown as Recorded<AuditEvent>;

/** The audit after more has happened to it, by one person at one moment. */
export const after = (state: Audit, events: readonly AuditEvent[], actor = ann, at = now): Audit =>
  events.reduce<Audit>((before, event) => {
    const version = before.kind === 'open' ? before.version + 1 : 1;
    return audit.evolve(before, recorded(event, version, actor, at));
  }, state);

export const given = (...events: AuditEvent[]): Audit => after(audit.initial, events);

export const opened = open(audit.initial, opening);
export const openedAudit = given(...opened);
export const assigned = after(openedAudit, assign(openedAudit, { auditId, assessorIds: [ann] }));

/** The audit after someone answered an action. */
export const saying = (state: Audit, actionId: string, to: Answer, actor = ann, at = now): Audit =>
  after(
    state,
    answerAction(state, { auditId, actionId, answer: to, reason: 'Looked again' }, by(actor, at)),
    actor,
    at,
  );
