import { column, readTable } from '@mainstay/read-store';
import type { Confidence, Link } from '../answer';
import type { Assignment } from '../assignment';
import type { Hint } from '../hint';

/** One row per audit, with its totals. */
export const auditTable = readTable('audit', {
  key: ['auditId'],
  columns: {
    auditId: column.text(),
    title: column.label(),
    scopeKind: column.text<'programme' | 'division'>(),
    divisionId: column.text().optional(),
    catalogueVersion: column.integer(),
    auditDate: column.date(),
    programmeStartedOn: column.date().optional(),
    basedOn: column.text().optional(),
    /** Everyone who is assigned to any part. */
    assessorIds: column.textArray(),
    assignments: column.json<readonly Assignment[]>(),
    score: column.integer(),
    /** Actions scored 0 to 3. */
    answered: column.integer(),
    notRelevant: column.integer(),
    /** Carried over, and not yet confirmed or changed. */
    unconfirmed: column.integer(),
    /** Actions that the catalogue version asks about. */
    actions: column.integer(),
    openedBy: column.text(),
    openedAt: column.moment(),
    lastAnsweredAt: column.moment().optional(),
    /** Null while the audit can change; so are the three below. */
    signedOffAt: column.moment().optional(),
    signedOffBy: column.text().optional(),
    pinned: column.integer().optional(),
    digest: column.text().optional(),
    /** Of the audit's event stream. */
    version: column.integer(),
  },
  indexes: [['auditDate', 'auditId']],
});

/** One row per audit and action answered; an action without a row is unanswered. Carried answers have a row too. */
export const auditAnswerTable = readTable('audit_answer', {
  key: ['auditId', 'actionId'],
  columns: {
    auditId: column.text(),
    actionId: column.text(),
    /** Null where the action was said to be not relevant; `because` then says why. */
    score: column.integer<0 | 1 | 2 | 3>().optional(),
    because: column.text().optional(),
    evidence: column.text().optional(),
    evidenceOn: column.date().optional(),
    links: column.json<readonly Link[]>().optional(),
    confidence: column.text<Confidence>().optional(),
    /** False for what was carried over and counts nothing yet. */
    confirmed: column.boolean(),
    carriedFrom: column.text().optional(),
    /** Exactly what was carried over, whether confirmed since or not. */
    asCarried: column.boolean(),
    answeredBy: column.text(),
    answeredAt: column.moment(),
    corrections: column.integer(),
    /** Given for the last correction. */
    reason: column.text().optional(),
  },
});

/** One row per sign-off, those that no longer hold included. The answers pinned are those as at its moment. */
export const auditSignOffTable = readTable('audit_sign_off', {
  key: ['auditId', 'pinned'],
  columns: {
    auditId: column.text(),
    /** Version of the audit's record whose answers it pins. */
    pinned: column.integer(),
    digest: column.text(),
    score: column.integer(),
    maximum: column.integer(),
    answered: column.integer(),
    notRelevant: column.integer(),
    unanswered: column.integer(),
    unansweredBecause: column.text().optional(),
    /** Answers given by whoever signed. */
    ownAnswers: column.integer(),
    note: column.text().optional(),
    acceptedHints: column.json<readonly Hint[]>(),
    signedOffBy: column.text(),
    signedOffAt: column.moment(),
    reopenedBy: column.text().optional(),
    reopenedAt: column.moment().optional(),
    reopenedBecause: column.text().optional(),
  },
});
