import { z } from 'zod';

export const phaseIds = ['A', 'B', 'C', 'D'] as const;
const phase = z.enum(phaseIds);
const periodNumber = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const text = z.string().trim().min(1);

const actionId = z.string().regex(/^[A-D][1-3]-\d{2}$/);

export const catalogueAction = z.strictObject({
  id: actionId,
  phase,
  period: periodNumber,
  stream: text,
  contributoryStream: text,
  label: text,
  help: text,
  /** Ids in the version before whose answers answer this action too. Stated by every version after the first. */
  from: z.array(actionId).optional(),
  /** Actions of earlier periods in which the same element stands at a lower level (transition guide, section 3.3). */
  buildsOn: z.array(actionId).optional(),
  /** What an assessor finds where a score is right. */
  guidance: z.strictObject({ 1: text, 2: text, 3: text }).optional(),
});

/** What the audit asks: fixed for a version. An old audit keeps the version it was made under. */
export const catalogueActions = z.strictObject({
  version: z.int().positive(),
  actions: z.array(catalogueAction),
});

const named = { id: text, name: text, description: text };

/** The order and names in which the actions are told: phases, periods, streams, the scale. */
export const catalogueStructure = z.strictObject({
  version: z.int().positive(),
  phases: z.array(z.strictObject({ id: phase, name: text, typicalMonths: text })),
  periods: z.array(
    z.strictObject({
      phase,
      number: periodNumber,
      name: text,
      description: text,
      actions: z.int().positive(),
      maximum: z.int().positive(),
    }),
  ),
  streams: z.array(z.strictObject(named)),
  contributoryStreams: z.array(z.strictObject({ ...named, stream: text })),
  scale: z.array(z.strictObject({ score: z.int().min(0).max(3), label: text, meaning: text })),
});

export type PhaseId = z.infer<typeof phase>;
export type PeriodNumber = z.infer<typeof periodNumber>;
export type CatalogueAction = z.infer<typeof catalogueAction>;
export type CatalogueStructure = z.infer<typeof catalogueStructure>;

export interface Catalogue {
  readonly version: number;
  readonly actions: readonly CatalogueAction[];
  readonly structure: CatalogueStructure;
  /** Undefined for an id that this version does not ask about. */
  action(id: string): CatalogueAction | undefined;
}

/** @throws when the files break their schema, or contradict each other in versions, counts, streams or ids */
export function catalogueOf(actionsFile: unknown, structureFile: unknown): Catalogue {
  const { version, actions } = catalogueActions.parse(actionsFile);
  const structure = catalogueStructure.parse(structureFile);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const faults = [
    structure.version !== version && 'the two files are of different versions',
    byId.size !== actions.length && 'an action id stands twice',
    ...structure.periods.map((period) => {
      const asked = actions.filter((action) => action.phase === period.phase && action.period === period.number);
      return asked.length !== period.actions && `${period.name} has ${asked.length} actions, not ${period.actions}`;
    }),
    ...actions.map((action) => {
      const group = structure.contributoryStreams.find(({ id }) => id === action.contributoryStream);
      return group?.stream !== action.stream && `${action.id} is in a contributory stream outside its stream`;
    }),
    ...actions.map(({ id, buildsOn = [] }) => {
      const amiss = buildsOn.find((earlier) => !byId.has(earlier) || periodOf(earlier) >= periodOf(id));
      return amiss !== undefined && `${id} builds on ${amiss}, which is not an action of an earlier period`;
    }),
  ].filter((fault) => fault !== false);
  if (faults.length > 0)
    throw new Error(`The phase audit catalogue ${version} contradicts itself: ${faults.join('; ')}.`);
  return { version, actions, structure, action: (id) => byId.get(id) };
}

/** "B2" of "B2-07": the order of these is the order of the periods. */
const periodOf = (actionId: string) => actionId.slice(0, 2);
