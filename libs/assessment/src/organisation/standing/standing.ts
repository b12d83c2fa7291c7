import { type CellScore, HIGHEST, type OrganisationCatalogue } from '../catalogue/organisation-catalogue';
import { bandOf } from './bands';
import type { AssessorAnswer, CellStanding, SettledScore, Standing, Totals } from './views';

/** What was said and settled, by cell. */
export interface Given {
  readonly answers: Readonly<Record<string, readonly AssessorAnswer[]>>;
  readonly settled: Readonly<Record<string, SettledScore>>;
}

/** Everything that follows from the answers: cell by cell, by element, by group and overall. */
export function standingOf(catalogue: OrganisationCatalogue, given: Given): Standing {
  const cells = catalogue.cells.map((cell): CellStanding => {
    const answers = given.answers[cell.id] ?? [];
    const settled = given.settled[cell.id] ?? null;
    const said = answers.map(({ score }) => score).sort();
    const median = medianOf(said);
    const score = settled?.score ?? median;
    const next = score === null || score === HIGHEST ? null : ((score + 1) as CellScore);
    return {
      cell: cell.id,
      element: cell.element,
      group: cell.group,
      answers: [...answers],
      distribution: [0, 1, 2, 3].map((state) => said.filter((score) => score === state).length),
      lowest: said[0] ?? null,
      highest: said.at(-1) ?? null,
      agreement: agreementOf(said),
      median,
      settled,
      answeredSinceSettled: settled !== null && answers.some(({ answeredAt }) => answeredAt > settled.settledAt),
      score,
      target: next === null ? null : { score: next, descriptor: cell.descriptors[next] },
    };
  });
  const overall = totalsOf(cells);
  const compared = cells.filter(({ agreement }) => agreement === 'agreed' || agreement === 'differ');
  return {
    overall: { ...overall, ...bandOf(catalogue, overall.score) },
    elements: catalogue.elements.map(({ id }) => ({
      element: id,
      ...totalsOf(cells.filter(({ element }) => element === id)),
    })),
    groups: catalogue.groups.map(({ id }) => ({ group: id, ...totalsOf(cells.filter(({ group }) => group === id)) })),
    agreement: {
      compared: compared.length,
      agreed: compared.filter(({ agreement }) => agreement === 'agreed').length,
    },
    cells,
  };
}

/** Of an even number of answers the lower middle one: nobody is credited with more than half of the assessors saw. */
const medianOf = (ascending: readonly CellScore[]): CellScore | null =>
  ascending[Math.ceil(ascending.length / 2) - 1] ?? null;

function agreementOf(ascending: readonly CellScore[]): CellStanding['agreement'] {
  if (ascending.length === 0) return 'unanswered';
  if (ascending.length === 1) return 'one-answer';
  return ascending[0] === ascending.at(-1) ? 'agreed' : 'differ';
}

function totalsOf(cells: readonly CellStanding[]): Totals {
  const settled = cells.filter((cell) => cell.settled !== null).length;
  const unanswered = cells.filter(({ score }) => score === null).length;
  return {
    score: cells.reduce((sum, { score }) => sum + (score ?? 0), 0),
    maximum: cells.length * HIGHEST,
    cells: cells.length,
    settled,
    provisional: cells.length - settled - unanswered,
    unanswered,
  };
}
