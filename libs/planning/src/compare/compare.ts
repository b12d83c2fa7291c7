import { diffWordsWithSpace } from 'diff';
import type { PlanContent } from '../plan/plan-content';
import { changesBetween, type PlanChange } from './changes';

export interface WordPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface Comparison extends PlanChange {
  /** Title of the item, so that a reader knows what changed; null for what the plan has once and for forecasts. */
  readonly label: string | null;
  /** Texts word by word: all but the added parts make up before, all but the removed parts make up after. */
  readonly words: WordPart[] | null;
  /** Numbers: after less before. */
  readonly difference: number | null;
}

/** Two plan documents side by side, the second one later. */
export function compare(before: PlanContent, after: PlanContent): Comparison[] {
  const labels = new Map([...titles(before), ...titles(after)]);
  return changesBetween(before, after).map((change) => ({
    ...change,
    label: labels.get(`${change.section} ${change.item}`) ?? null,
    words: proseFields.has(change.field ?? '') ? wordsOf(String(change.before), String(change.after)) : null,
    difference:
      typeof change.before === 'number' && typeof change.after === 'number' ? change.after - change.before : null,
  }));
}

const proseFields = new Set(['relationshipPlan', 'revenuePlan', 'text', 'title', 'measure', 'unit']);

const titles = (content: PlanContent): [string, string][] => [
  ...content.criticalSuccessFactors.map(({ id, text }): [string, string] => [`criticalSuccessFactors ${id}`, text]),
  ...content.objectives.map(({ id, title }): [string, string] => [`objectives ${id}`, title]),
  ...content.actions.map(({ id, title }): [string, string] => [`actions ${id}`, title]),
];

/** Texts that differ nearly everywhere are shown as one replaced by the other, which also bounds the work. */
const MOST_EDITS = 1_000;

function wordsOf(before: string, after: string): WordPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
