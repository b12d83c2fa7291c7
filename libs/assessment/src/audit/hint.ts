import { z } from 'zod';

export const hintKinds = [
  'complete-without-evidence',
  'evidence-too-old',
  'confirmed-on-old-evidence',
  'contradiction',
  'answered-in-haste',
  'unsure-of-complete',
] as const;

/** Something that the lead should look at before signing an audit off: not a fault, but a reason to ask. */
export const hint = z.strictObject({
  kind: z.enum(hintKinds),
  /** The actions it is about; the first is the one to open. */
  actionIds: z.array(z.string()).min(1),
  /** Whose answers they are, where the hint is about one assessor. */
  personId: z.string().optional(),
});
export type Hint = z.infer<typeof hint>;

/** The same for the same hint: what is accepted is named by it. */
export const keyOfHint = ({ kind, actionIds, personId }: Hint): string =>
  [kind, ...(personId ? [personId] : []), ...actionIds].join(':');
