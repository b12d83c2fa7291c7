import { column, readTable } from '@mainstay/read-store';

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
    assessorIds: column.textArray(),
    score: column.integer(),
    /** Actions scored 0 to 3. */
    answered: column.integer(),
    notRelevant: column.integer(),
    /** Actions that the catalogue version asks about. */
    actions: column.integer(),
    openedBy: column.text(),
    openedAt: column.moment(),
    lastAnsweredAt: column.moment().optional(),
    /** Of the audit's event stream. */
    version: column.integer(),
  },
  indexes: [['auditDate', 'auditId']],
});

/** One row per audit and action answered; an action without a row is unanswered. */
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
    answeredBy: column.text(),
    answeredAt: column.moment(),
    corrections: column.integer(),
    /** Given for the last correction. */
    reason: column.text().optional(),
  },
});
