import { NotFound, Refused } from '@mainstay/event-sourcing';
import { type CellScore, organisationCatalogueFor } from './catalogue/organisation-catalogue';
import type { OpenOrganisation, Organisation } from './organisation';
import type { OrganisationEvent } from './organisation.events';
import { changeable, known, type OfAssessment } from './organisation.rules';

/** The assessors' scores of a cell, ascending. */
const saidOf = ({ answers }: OpenOrganisation, cell: string): CellScore[] =>
  Object.values(answers[cell] ?? {})
    .map(({ score }) => score)
    .sort();

/** Every assessor assigned has answered the cell, and all say the same. */
function agreedOn(assessment: OpenOrganisation, cell: string): CellScore | undefined {
  const answers = assessment.answers[cell] ?? {};
  const said = saidOf(assessment, cell);
  const all = said.length > 0 && assessment.assessors.every((assessor) => answers[assessor]);
  return all && said[0] === said.at(-1) ? said[0] : undefined;
}

export interface SettleCellBody extends OfAssessment {
  readonly cell: string;
  readonly score: CellScore;
  readonly reason?: string;
}

/** The lead says which score counts. A reason is needed wherever the assessors did not all say just that. */
export function settleCell(state: Organisation, body: SettleCellBody): OrganisationEvent[] {
  const { cell, score: to, reason } = body;
  const assessment = changeable(state, body);
  known(assessment, cell);
  const said = saidOf(assessment, cell);
  if (said.length === 0) {
    throw new Refused(
      'organisation.cell-unanswered',
      'score: no assessor has answered this cell, so nothing is settled.',
    );
  }
  const from = assessment.settled[cell] ?? null;
  if (from === to) return [];
  const unanimous = said.every((score) => score === to);
  if (!reason && !unanimous) {
    throw new Refused(
      'organisation.settling-reason-missing',
      'reason: the assessors differ; say why this score counts.',
    );
  }
  if (!reason && from !== null) {
    throw new Refused('organisation.settling-reason-missing', 'reason: say why the settled score changes.');
  }
  const { divisionId } = assessment;
  return [{ type: 'assessment.CellSettled', data: { divisionId, cell, from, to, said, reason } }];
}

/** Settles every cell that is not settled yet and on which all assessors assigned agree. */
export function settleAgreed(state: Organisation, body: OfAssessment): OrganisationEvent[] {
  const assessment = changeable(state, body);
  const { divisionId, catalogueVersion, settled } = assessment;
  return organisationCatalogueFor(catalogueVersion).cells.flatMap(({ id: cell }): OrganisationEvent[] => {
    const to = agreedOn(assessment, cell);
    if (to === undefined || settled[cell] !== undefined) return [];
    const said = saidOf(assessment, cell);
    return [{ type: 'assessment.CellSettled', data: { divisionId, cell, from: null, to, said } }];
  });
}

/** Pins the settled scores: only a settled score is a result, so all cells must be settled. */
export function signOff(state: Organisation, body: OfAssessment & { readonly note?: string }): OrganisationEvent[] {
  if (state.kind === 'signed-off') return [];
  const { divisionId, catalogueVersion, settled } = changeable(state, body);
  const open = organisationCatalogueFor(catalogueVersion).cells.filter(({ id }) => settled[id] === undefined);
  if (open.length > 0) {
    const cells = open.length === 1 ? '1 cell is' : `${open.length} cells are`;
    throw new Refused('organisation.not-settled', `Settle every cell before you sign off: ${cells} not settled yet.`, {
      cells: open.map(({ id }) => id),
    });
  }
  const total = Object.values(settled).reduce<number>((sum, score) => sum + score, 0);
  const data = { divisionId, scores: { ...settled }, total, note: body.note };
  return [{ type: 'assessment.OrganisationSignedOff', data }];
}

export function reopen(state: Organisation, body: OfAssessment & { readonly reason: string }): OrganisationEvent[] {
  if (state.kind === 'unknown') throw new NotFound('organisation assessment', body.assessmentId);
  if (state.kind === 'open') return [];
  return [{ type: 'assessment.OrganisationReopened', data: { divisionId: state.divisionId, reason: body.reason } }];
}
