import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { scope } from '../audit/audit.events';
import { cellScore } from './catalogue/organisation-catalogue';
import { cellAnswer } from './cell-answer';

/** The division assessed, where it is one: so that the history of a division holds every answer about it. */
const divisionId = z.string().optional();
/** `A-kam-unit`. */
const cell = z.string();

/** An answer belongs to the assessor who gave it: several answer the same cell side by side. */
const ofAssessor = { divisionId, cell, assessorId: z.string() };

export const organisationEvents = eventTypes({
  'assessment.OrganisationAssessmentOpened': {
    schema: z.strictObject({
      scope,
      title: z.string(),
      catalogueVersion: z.int(),
      /** The day whose state of affairs the assessment describes. */
      assessedOn: z.iso.date(),
      /** False where customers are served in one country only: element E is then marked, and counts all the same. */
      transnational: z.boolean(),
    }),
  },
  'assessment.OrganisationAssessorsAssigned': {
    schema: z.strictObject({ divisionId, from: z.array(z.string()), to: z.array(z.string()) }),
  },
  /** First answer of an assessor to a cell. */
  'assessment.CellAnswered': {
    schema: z.strictObject({ ...ofAssessor, from: z.null(), to: cellAnswer }),
  },
  /** Evidence or a note filled in where none was given; the judgement stands. */
  'assessment.CellEvidenceAdded': {
    schema: z.strictObject({ ...ofAssessor, from: cellAnswer, to: cellAnswer }),
  },
  /** The assessor changed something that he or she had said. */
  'assessment.CellAnswerCorrected': {
    schema: z.strictObject({ ...ofAssessor, from: cellAnswer, to: cellAnswer, reason: z.string() }),
  },
  /** The lead said which score counts; `said` are the assessors' scores at that moment, in ascending order. */
  'assessment.CellSettled': {
    schema: z.strictObject({
      divisionId,
      cell,
      from: cellScore.nullable(),
      to: cellScore,
      said: z.array(cellScore),
      reason: z.string().optional(),
    }),
  },
  'assessment.TransnationalMarked': {
    schema: z.strictObject({ divisionId, from: z.boolean(), to: z.boolean(), reason: z.string() }),
  },
  /** Pins the settled score of every cell. */
  'assessment.OrganisationSignedOff': {
    schema: z.strictObject({
      divisionId,
      scores: z.record(z.string(), cellScore),
      total: z.int(),
      note: z.string().optional(),
    }),
  },
  'assessment.OrganisationReopened': {
    schema: z.strictObject({ divisionId, reason: z.string() }),
  },
});

export type OrganisationEvent = EventsOf<typeof organisationEvents>;
