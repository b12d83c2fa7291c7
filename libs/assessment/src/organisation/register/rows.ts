import type { StoredRowOf } from '@mainstay/read-store';
import { type ElementId, elementIds, HIGHEST, organisationCatalogueFor } from '../catalogue/organisation-catalogue';
import { bandOf } from '../standing/bands';
import type { AssessorAnswer, SettledScore, Standing } from '../standing/views';
import type { OrganisationFacts, OrganisationSummary } from './organisation-list';
import type { organisationAnswerTable, organisationAssessmentTable, organisationCellTable } from './tables';

export type AssessmentRow = StoredRowOf<typeof organisationAssessmentTable>;
export type AnswerRow = StoredRowOf<typeof organisationAnswerTable>;
export type CellRow = StoredRowOf<typeof organisationCellTable>;

/** The sums of one element, whether the database added them up or the standing did. */
export interface ElementSum {
  readonly element: ElementId;
  readonly score: number;
  readonly answered: number;
  readonly settled: number;
}

export const sumsOf = ({ elements }: Standing): ElementSum[] =>
  elements.map(({ element, score, cells, unanswered, settled }) => ({
    element,
    score,
    answered: cells - unanswered,
    settled,
  }));

export function summaryOf(row: AssessmentRow, sums: readonly ElementSum[]): OrganisationSummary {
  const catalogue = organisationCatalogueFor(row.catalogueVersion);
  const total = (figure: 'score' | 'answered' | 'settled') => sums.reduce((sum, element) => sum + element[figure], 0);
  const progress = { cells: catalogue.cells.length, answered: total('answered'), settled: total('settled') };
  const score = total('score');
  return {
    id: row.assessmentId,
    title: row.title,
    scope: row.divisionId === null ? { kind: 'programme' } : { kind: 'division', divisionId: row.divisionId },
    catalogueVersion: row.catalogueVersion,
    assessedOn: row.assessedOn,
    transnational: row.transnational,
    assessorIds: [...row.assessorIds],
    status: statusOf(row, progress),
    score,
    maximum: progress.cells * HIGHEST,
    ...bandOf(catalogue, score),
    elements: elementIds.map((element) => ({
      element,
      score: sums.find((sum) => sum.element === element)?.score ?? 0,
    })),
    progress,
    lastAnsweredAt: row.lastAnsweredAt?.toISOString() ?? null,
    signedOffAt: row.signedOffAt?.toISOString() ?? null,
  };
}

function statusOf(
  { signedOffAt }: AssessmentRow,
  { cells, answered, settled }: OrganisationSummary['progress'],
): OrganisationSummary['status'] {
  if (signedOffAt) return 'signed-off';
  if (settled === cells) return 'settled';
  return answered === 0 ? 'not-started' : 'under-way';
}

export const factsOf = (row: AssessmentRow, standing: Standing): OrganisationFacts => ({
  ...summaryOf(row, sumsOf(standing)),
  transnationalReason: row.transnationalReason,
  openedBy: row.openedBy,
  openedAt: row.openedAt.toISOString(),
  signedOffBy: row.signedOffBy,
  signOffNote: row.signOffNote,
  version: row.version,
});

/** Readers who may not know who said what learn it of themselves only. */
export const answerOf = (row: AnswerRow, reader: string, showsAssessors: boolean): AssessorAnswer => ({
  assessorId: showsAssessors || row.assessorId === reader ? row.assessorId : null,
  own: row.assessorId === reader,
  score: row.score,
  evidence: row.evidence,
  note: row.note,
  answeredAt: row.answeredAt.toISOString(),
  corrections: row.corrections,
  reason: row.reason,
});

export const settledOf = (row: CellRow): SettledScore => ({
  score: row.score,
  reason: row.reason,
  settledBy: row.settledBy,
  settledAt: row.settledAt.toISOString(),
});
