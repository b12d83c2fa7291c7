import { z } from 'zod';
import type { Catalogue } from './catalogue';
import { phaseAuditOf } from './phase-audit';

/** An action answered under one version that another version asks about in no way, or in more or other ways than one. */
export const withoutCounterpart = z.object({
  actionId: z.string(),
  /** Actions of the other version that share in it; empty where nothing of it is asked any more. */
  sharing: z.array(z.string()),
});
export type WithoutCounterpart = z.infer<typeof withoutCounterpart>;

export interface MappedAnswers<Given> {
  /** By action id of the version mapped to. */
  readonly answers: Readonly<Record<string, Given>>;
  readonly without: readonly WithoutCounterpart[];
}

/** An action of one version and one of the other that asks about it. */
export type Counterpart = readonly [from: string, to: string];

/**
 * Answers made under one version of the phase audit, as answers to another, later or earlier. Only what is asked one to
 * one in both is carried. What was split, joined or left out needs a judgement: it is reported, never guessed.
 */
export function mapAnswers<Given>(
  from: Catalogue,
  to: Catalogue,
  answers: Readonly<Record<string, Given>>,
): MappedAnswers<Given> {
  let mapped: MappedAnswers<Given> = { answers, without: [] };
  for (let version = from.version; version !== to.version;) {
    const next = version < to.version ? version + 1 : version - 1;
    const step = throughCounterparts(counterparts(version, next), mapped.answers);
    mapped = { answers: step.answers, without: [...mapped.without, ...step.without] };
    version = next;
  }
  return mapped;
}

/** One step: every answer is either carried once or reported once. */
export function throughCounterparts<Given>(
  pairs: readonly Counterpart[],
  answers: Readonly<Record<string, Given>>,
): MappedAnswers<Given> {
  const carried: Record<string, Given> = {};
  const without: WithoutCounterpart[] = [];
  for (const [actionId, given] of Object.entries(answers)) {
    const sharing = pairs.filter(([from]) => from === actionId).map(([, to]) => to);
    const [only] = sharing;
    const oneToOne = sharing.length === 1 && pairs.filter(([, to]) => to === only).length === 1;
    if (oneToOne) carried[only!] = given;
    else without.push({ actionId, sharing });
  }
  return { answers: carried, without };
}

/** Of two versions next to each other: the later one states what it asks about of the earlier. */
function counterparts(from: number, to: number): Counterpart[] {
  const later = phaseAuditOf(Math.max(from, to)).actions;
  const pairs = later.flatMap(({ id, from: before = [] }) => before.map((earlier): Counterpart => [earlier, id]));
  return from < to ? pairs : pairs.map(([earlier, id]): Counterpart => [id, earlier]);
}
