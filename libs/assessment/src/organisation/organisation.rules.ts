import { Conflict, Forbidden, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { divisionOf, type Scope } from '../audit/audit.events';
import { organisationCatalogue } from './catalogue/organisation-catalogue';
import { type CellAnswer, onlyAddsTo, sameCellAnswer } from './cell-answer';
import type { OpenOrganisation, Organisation } from './organisation';
import type { OrganisationEvent } from './organisation.events';

export interface OfAssessment {
  readonly assessmentId: string;
}

export interface OpenBody {
  readonly scope: Scope;
  readonly title: string;
  readonly catalogueVersion: number;
  readonly assessedOn: string;
  readonly transnational: boolean;
  readonly assessorIds: readonly string[];
}

export function openAssessment(state: Organisation, body: OpenBody): OrganisationEvent[] {
  if (state.kind !== 'unknown') {
    throw new Conflict('organisation.already-open', 'This assessment has been opened already.');
  }
  const { assessorIds, ...facts } = body;
  if (!organisationCatalogue(facts.catalogueVersion)) {
    throw new Refused(
      'organisation.catalogue-unknown',
      `catalogueVersion: there is no version ${facts.catalogueVersion} of the organisation catalogue.`,
    );
  }
  const opened: OrganisationEvent = {
    type: 'assessment.OrganisationAssessmentOpened',
    data: facts,
    effectiveOn: facts.assessedOn,
  };
  const to = distinct(assessorIds);
  if (to.length === 0) return [opened];
  const data = { divisionId: divisionOf(facts.scope), from: [], to };
  return [opened, { type: 'assessment.OrganisationAssessorsAssigned', data }];
}

export function assignAssessors(
  state: Organisation,
  body: OfAssessment & { readonly assessorIds: readonly string[] },
): OrganisationEvent[] {
  const { divisionId, assessors: from } = changeable(state, body);
  const to = distinct(body.assessorIds);
  if (to.length === 0) throw new Refused('organisation.assessor-missing', 'assessorIds: name at least one assessor.');
  if (from.length === to.length && from.every((person) => to.includes(person))) return [];
  return [{ type: 'assessment.OrganisationAssessorsAssigned', data: { divisionId, from: [...from], to } }];
}

export interface AnswerCellBody extends OfAssessment {
  readonly cell: string;
  readonly answer: CellAnswer;
  readonly reason?: string;
}

/** Each assessor answers for himself or herself: what another said of the cell is not touched. */
export function answerCell(state: Organisation, body: AnswerCellBody, context: RequestContext): OrganisationEvent[] {
  const { cell, answer: to } = body;
  const assessment = changeable(state, body);
  const assessorId = context.actor;
  if (!assessment.assessors.includes(assessorId)) {
    throw new Forbidden('organisation.not-assigned', 'Only an assessor assigned to this assessment may answer it.');
  }
  known(assessment, cell);
  const { divisionId } = assessment;
  const from = assessment.answers[cell]?.[assessorId];
  if (!from) return [{ type: 'assessment.CellAnswered', data: { divisionId, cell, assessorId, from: null, to } }];
  if (sameCellAnswer(from, to)) return [];
  if (onlyAddsTo(from, to)) {
    return [{ type: 'assessment.CellEvidenceAdded', data: { divisionId, cell, assessorId, from, to } }];
  }
  if (!body.reason) throw new Refused('organisation.reason-missing', 'reason: say why the answer changes.');
  const data = { divisionId, cell, assessorId, from, to, reason: body.reason };
  return [{ type: 'assessment.CellAnswerCorrected', data }];
}

export function markTransnational(
  state: Organisation,
  body: OfAssessment & { readonly transnational: boolean; readonly reason: string },
): OrganisationEvent[] {
  const { divisionId, transnational: from } = changeable(state, body);
  const { transnational: to, reason } = body;
  if (from === to) return [];
  return [{ type: 'assessment.TransnationalMarked', data: { divisionId, from, to, reason } }];
}

/** @throws NotFound for what was never opened; Refused once it is signed off */
export function changeable(state: Organisation, { assessmentId }: OfAssessment): OpenOrganisation {
  if (state.kind === 'unknown') throw new NotFound('organisation assessment', assessmentId);
  if (state.kind === 'signed-off') {
    throw new Refused(
      'organisation.signed-off',
      'This assessment is signed off: nothing in it can change until it is reopened with a reason.',
    );
  }
  return state;
}

export function known({ catalogueVersion }: OpenOrganisation, cell: string): void {
  if (!organisationCatalogue(catalogueVersion)?.cell(cell)) throw new NotFound('cell', cell);
}

const distinct = (people: readonly string[]) => [...new Set(people)];
