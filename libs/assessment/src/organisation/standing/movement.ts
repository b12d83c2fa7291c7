import { z } from 'zod';
import { cellScore, elementId, groupId } from '../catalogue/organisation-catalogue';
import { assessorAnswer, type CellStanding, settledScore, type Standing } from './views';

const side = z.object({
  /** Null where nobody had answered. */
  score: cellScore.nullable(),
  settled: settledScore.nullable(),
  /** What was said, with the evidence. */
  answers: z.array(assessorAnswer),
});

const moved = z.object({
  cell: z.string(),
  element: elementId,
  group: groupId,
  /** Points gained; negative where lost. */
  change: z.int(),
  from: side,
  to: side,
});

const fromTo = { from: z.int(), to: z.int(), change: z.int() };

export const movement = z.object({
  score: z.object(fromTo),
  elements: z.array(z.object({ element: elementId, maximum: z.int(), ...fromTo })),
  groups: z.array(z.object({ group: groupId, maximum: z.int(), ...fromTo })),
  /** Cells whose points went up or down, in the order of the catalogue. */
  moved: z.array(moved),
  /** Cells that were answered on one side only without a point gained or lost: 0 is not the same as unanswered. */
  restated: z.array(moved),
});
export type Movement = z.infer<typeof movement>;

/** What moved between two assessments made under one catalogue version, cell by cell. */
export function movementBetween(before: Standing, after: Standing): Movement {
  const changes = before.cells.map((cell, index) => {
    const later = after.cells[index]!;
    const change = (later.score ?? 0) - (cell.score ?? 0);
    return {
      cell: cell.cell,
      element: cell.element,
      group: cell.group,
      change,
      from: sideOf(cell),
      to: sideOf(later),
    };
  });
  return {
    score: between(before.overall.score, after.overall.score),
    elements: before.elements.map(({ element, maximum, score }, index) => ({
      element,
      maximum,
      ...between(score, after.elements[index]!.score),
    })),
    groups: before.groups.map(({ group, maximum, score }, index) => ({
      group,
      maximum,
      ...between(score, after.groups[index]!.score),
    })),
    moved: changes.filter(({ change }) => change !== 0),
    restated: changes.filter(({ change, from, to }) => change === 0 && from.score !== to.score),
  };
}

const between = (from: number, to: number) => ({ from, to, change: to - from });

const sideOf = ({ score, settled, answers }: CellStanding) => ({ score, settled, answers });
