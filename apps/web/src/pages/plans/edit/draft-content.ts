import { t } from '../texts';
import type { Action, Objective, PlanContent } from '../types';

export type DraftObjective = Omit<Objective, 'target'> & { target: number | null };
export type Factor = PlanContent['criticalSuccessFactors'][number];

/** A plan while it is written: fields may still be empty. */
export type DraftContent = Omit<PlanContent, 'objectives'> & {
  objectives: DraftObjective[];
  /** First year of the forecast. */
  firstYear: number;
};

export function draftOf(content: PlanContent | undefined, thisYear: number): DraftContent {
  if (!content) {
    return {
      horizonYears: 3,
      firstYear: thisYear,
      relationshipPlan: '',
      revenuePlan: '',
      criticalSuccessFactors: [],
      objectives: [],
      actions: [],
      forecast: [],
    };
  }
  const years = content.forecast.map(({ year }) => year);
  return { ...content, firstYear: years.length > 0 ? Math.min(...years) : thisYear };
}

export const yearsAhead = ({ firstYear, horizonYears }: DraftContent): number[] =>
  Array.from({ length: horizonYears }, (_, ahead) => firstYear + ahead);

/** What is sent; only for a draft without problems. Forecasts outside its years are left out. */
export function contentOf({ firstYear, ...draft }: DraftContent): PlanContent {
  const last = firstYear + draft.horizonYears - 1;
  const known = new Set(draft.objectives.map(({ id }) => id));
  return {
    ...draft,
    objectives: draft.objectives.map((objective) => ({ ...objective, target: objective.target! })),
    actions: draft.actions.map((action) => ({
      ...action,
      objectiveId: action.objectiveId && known.has(action.objectiveId) ? action.objectiveId : null,
    })),
    forecast: draft.forecast.filter(({ year }) => year >= firstYear && year <= last),
  };
}

export type Problems = ReadonlyMap<string, string>;

/** By `list.id.field`: what is still missing. */
export function problemsOf({ criticalSuccessFactors, objectives, actions }: DraftContent): Problems {
  const missing = new Map<string, string>();
  const need = (path: string, there: boolean, rule: string) => !there && missing.set(path, rule);
  for (const { id, text } of criticalSuccessFactors) {
    need(`criticalSuccessFactors.${id}.text`, text.trim() !== '', t('rule.empty'));
  }
  for (const { id, title, measure, target, dueOn } of objectives) {
    need(`objectives.${id}.title`, title.trim() !== '', t('rule.empty'));
    need(`objectives.${id}.measure`, measure.trim() !== '', t('rule.empty'));
    need(`objectives.${id}.target`, target !== null, t('rule.number'));
    need(`objectives.${id}.dueOn`, dueOn !== '', t('rule.date'));
  }
  for (const { id, title, ownerId, dueOn } of actions) {
    need(`actions.${id}.title`, title.trim() !== '', t('rule.empty'));
    need(`actions.${id}.ownerId`, ownerId !== '', t('rule.owner'));
    need(`actions.${id}.dueOn`, dueOn !== '', t('rule.date'));
  }
  return missing;
}

export const newFactor = (): Factor => ({ id: newId('f'), text: '' });
export const newObjective = (): DraftObjective => ({
  id: newId('o'),
  title: '',
  measure: '',
  baseline: null,
  target: null,
  unit: '',
  dueOn: '',
});
export const newAction = (): Action => ({
  id: newId('a'),
  title: '',
  ownerId: '',
  dueOn: '',
  state: 'open',
  objectiveId: null,
});

const newId = (kind: string) =>
  `${kind}-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
