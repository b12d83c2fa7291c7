import type { PlanContent } from '../plan/plan-content';

export const sections = [
  'horizonYears',
  'relationshipPlan',
  'revenuePlan',
  'criticalSuccessFactors',
  'objectives',
  'actions',
  'forecast',
] as const;
export type Section = (typeof sections)[number];
export type ChangeKind = 'added' | 'removed' | 'changed';

/** One difference between two plan documents. */
export interface PlanChange {
  readonly section: Section;
  /** Id of the factor, objective or action, or `year division` of a forecast; null for what the plan has once. */
  readonly item: string | null;
  /** Name of the field that changed; null where a whole item was added or removed; `order` where a list was re-ordered. */
  readonly field: string | null;
  readonly kind: ChangeKind;
  /** Null where it was added. */
  readonly before: unknown;
  /** Null where it was removed. */
  readonly after: unknown;
}

/** Every difference, in the order in which a plan is read; none exactly when the documents say the same. */
export function changesBetween(before: PlanContent, after: PlanContent): PlanChange[] {
  return [
    ...single('horizonYears', before, after),
    ...single('relationshipPlan', before, after),
    ...single('revenuePlan', before, after),
    ...items('criticalSuccessFactors', before.criticalSuccessFactors, after.criticalSuccessFactors, ({ id }) => id),
    ...items('objectives', before.objectives, after.objectives, ({ id }) => id),
    ...items('actions', before.actions, after.actions, ({ id }) => id),
    ...items('forecast', before.forecast, after.forecast, forecastKey),
  ];
}

export const forecastKey = ({ year, divisionId }: { year: number; divisionId: string }) => `${year} ${divisionId}`;

function items<Item extends object>(
  section: Section,
  before: Item[],
  after: Item[],
  key: (item: Item) => string,
): PlanChange[] {
  const old = new Map(before.map((item) => [key(item), item]));
  const present = new Map(after.map((item) => [key(item), item]));
  const removed = [...old].filter(([id]) => !present.has(id));
  const kept = (from: Map<string, Item>, other: Map<string, Item>) => [...from.keys()].filter((id) => other.has(id));
  const order = { before: kept(old, present), after: kept(present, old) };
  const moved = section !== 'forecast' && order.before.join() !== order.after.join();
  return [
    ...[...present].flatMap(([id, item]) => {
      const was = old.get(id);
      if (was) return fields(section, id, was, item);
      return [{ section, item: id, field: null, kind: 'added' as const, before: null, after: item }];
    }),
    ...removed.map(([id, item]) => ({
      section,
      item: id,
      field: null,
      kind: 'removed' as const,
      before: item,
      after: null,
    })),
    ...(moved ? [{ section, item: null, field: 'order', kind: 'changed' as const, ...order }] : []),
  ];
}

function fields<Item extends object>(section: Section, item: string | null, before: Item, after: Item): PlanChange[] {
  const names = Object.keys(after) as (keyof Item & string)[];
  return names
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ section, item, field, kind: 'changed', before: before[field], after: after[field] }));
}

const single = <Name extends Section & keyof PlanContent>(name: Name, before: PlanContent, after: PlanContent) =>
  fields(name, null, { [name]: before[name] }, { [name]: after[name] });
