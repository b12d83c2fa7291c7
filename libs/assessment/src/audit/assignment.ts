import { z } from 'zod';
import { type Catalogue, type CatalogueAction, phaseIds } from '../catalogue/catalogue';

const id = z.string().min(1).max(100);

/** What of an audit someone answers. */
export const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('stream'), stream: id }),
  z.strictObject({ kind: z.literal('contributory-stream'), contributoryStream: id }),
  z.strictObject({ kind: z.literal('period'), phase: z.enum(phaseIds), period: z.int().min(1).max(3) }),
]);
export type Part = z.infer<typeof part>;

export const assignment = z.strictObject({
  personId: z.string().min(1).max(200),
  part,
  /** The day by which the part should be answered. */
  dueOn: z.iso.date().optional(),
});
export type Assignment = z.infer<typeof assignment>;

type Placed = Pick<CatalogueAction, 'phase' | 'period' | 'stream' | 'contributoryStream'>;

export function covers(part: Part, action: Placed): boolean {
  switch (part.kind) {
    case 'all':
      return true;
    case 'stream':
      return action.stream === part.stream;
    case 'contributory-stream':
      return action.contributoryStream === part.contributoryStream;
    case 'period':
      return action.phase === part.phase && action.period === part.period;
  }
}

export const isAssigned = (assignments: readonly Assignment[], personId: string, action: Placed): boolean =>
  assignments.some((one) => one.personId === personId && covers(one.part, action));

/** The actions that nobody is to answer. */
export const unassigned = <Action extends Placed>(actions: readonly Action[], assignments: readonly Assignment[]) =>
  actions.filter((action) => !assignments.some(({ part }) => covers(part, action)));

export const wholeAudit = (people: readonly string[]): Assignment[] =>
  [...new Set(people)].map((personId) => ({ personId, part: { kind: 'all' } }));

export const peopleOf = (assignments: readonly Assignment[]): string[] => [
  ...new Set(assignments.map(({ personId }) => personId)),
];

/** One text for what is the same part, whatever the order of its members. */
export function keyOf(part: Part): string {
  switch (part.kind) {
    case 'all':
      return 'all';
    case 'stream':
      return `stream:${part.stream}`;
    case 'contributory-stream':
      return `contributory-stream:${part.contributoryStream}`;
    case 'period':
      return `period:${part.phase}${part.period}`;
  }
}

/** The part in words, as the catalogue names it. */
export function nameOf(part: Part, { structure }: Catalogue): string {
  switch (part.kind) {
    case 'all':
      return 'Whole audit';
    case 'stream':
      return structure.streams.find(({ id }) => id === part.stream)?.name ?? part.stream;
    case 'contributory-stream':
      return (
        structure.contributoryStreams.find(({ id }) => id === part.contributoryStream)?.name ?? part.contributoryStream
      );
    case 'period': {
      const { phase, period } = part;
      const found = structure.periods.find((one) => one.phase === phase && one.number === period);
      return `${phase}${period} ${found?.name ?? ''}`.trim();
    }
  }
}
