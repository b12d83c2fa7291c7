import { column, readTable } from '@mainstay/read-store';
import type { CellScore } from '../catalogue/organisation-catalogue';

/** One row per assessment of the organisation. */
export const organisationAssessmentTable = readTable('organisation_assessment', {
  key: ['assessmentId'],
  columns: {
    assessmentId: column.text(),
    title: column.label(),
    scopeKind: column.text<'programme' | 'division'>(),
    divisionId: column.text().optional(),
    catalogueVersion: column.integer(),
    assessedOn: column.date(),
    transnational: column.boolean(),
    /** Given when it was last marked otherwise. */
    transnationalReason: column.text().optional(),
    assessorIds: column.textArray(),
    openedBy: column.text(),
    openedAt: column.moment(),
    lastAnsweredAt: column.moment().optional(),
    /** Null unless it is signed off now. */
    signedOffBy: column.text().optional(),
    signedOffAt: column.moment().optional(),
    signOffNote: column.text().optional(),
    /** Of the assessment's event stream. */
    version: column.integer(),
  },
  indexes: [['assessedOn', 'assessmentId']],
});

/** One row per assessment, cell and assessor who answered it. */
export const organisationAnswerTable = readTable('organisation_answer', {
  key: ['assessmentId', 'cell', 'assessorId'],
  columns: {
    assessmentId: column.text(),
    cell: column.text(),
    assessorId: column.text(),
    score: column.integer<CellScore>(),
    evidence: column.text().optional(),
    note: column.text().optional(),
    answeredAt: column.moment(),
    corrections: column.integer(),
    /** Given for the last correction. */
    reason: column.text().optional(),
  },
});

/** One row per assessment and cell whose score the lead has settled. */
export const organisationCellTable = readTable('organisation_cell', {
  key: ['assessmentId', 'cell'],
  columns: {
    assessmentId: column.text(),
    cell: column.text(),
    score: column.integer<CellScore>(),
    reason: column.text().optional(),
    settledBy: column.text(),
    settledAt: column.moment(),
  },
});
