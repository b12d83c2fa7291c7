import { decider, type Recorded } from '@mainstay/event-sourcing';
import { divisionOf } from '../audit/audit.events';
import type { CellScore } from './catalogue/organisation-catalogue';
import type { CellAnswer } from './cell-answer';
import { type OrganisationEvent, organisationEvents } from './organisation.events';

export interface OpenOrganisation {
  readonly kind: 'open' | 'signed-off';
  /** Absent for an assessment of the whole programme. */
  readonly divisionId?: string;
  readonly catalogueVersion: number;
  readonly transnational: boolean;
  readonly assessors: readonly string[];
  /** By cell, then by assessor. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, CellAnswer>>>>;
  /** By cell: the score that counts. */
  readonly settled: Readonly<Record<string, CellScore>>;
}

/** An assessment of the organisation, as far as its rules need to know it. */
export type Organisation = { readonly kind: 'unknown' } | OpenOrganisation;

export const organisation = decider<Organisation, OrganisationEvent>({
  stream: 'assessment.organisation',
  initial: { kind: 'unknown' },
  events: organisationEvents,
  evolve,
});

function evolve(before: Organisation, event: Recorded<OrganisationEvent>): Organisation {
  if (event.type === 'assessment.OrganisationAssessmentOpened') {
    const { scope, catalogueVersion, transnational } = event.data;
    const divisionId = divisionOf(scope);
    return { kind: 'open', divisionId, catalogueVersion, transnational, assessors: [], answers: {}, settled: {} };
  }
  const state = before as OpenOrganisation;
  switch (event.type) {
    case 'assessment.OrganisationAssessorsAssigned':
      return { ...state, assessors: event.data.to };
    case 'assessment.CellAnswered':
    case 'assessment.CellEvidenceAdded':
    case 'assessment.CellAnswerCorrected': {
      const { cell, assessorId, to } = event.data;
      return { ...state, answers: { ...state.answers, [cell]: { ...state.answers[cell], [assessorId]: to } } };
    }
    case 'assessment.CellSettled':
      return { ...state, settled: { ...state.settled, [event.data.cell]: event.data.to } };
    case 'assessment.TransnationalMarked':
      return { ...state, transnational: event.data.to };
    case 'assessment.OrganisationSignedOff':
      return { ...state, kind: 'signed-off' };
    case 'assessment.OrganisationReopened':
      return { ...state, kind: 'open' };
  }
}
