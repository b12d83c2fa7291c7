import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { businessDate, line, prose } from '../fields';
import { axes } from './criteria';
import { criteriaSets } from './criteria-sets';
import { changeDraft, discardDraft, draftCriteria, publishDraft } from './criteria-sets.decisions';
import { fedFields } from './fed';

/** May still be empty in a draft; publishing asks for it. */
const words = (most: number) => z.string().trim().max(most, `must be at most ${most} characters`);

const edge = z.number().min(-1e15).max(1e15).nullable();
const score = z.number().min(0, 'must be from 0 to 10').max(10, 'must be from 0 to 10');

const criterion = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and dashes')
    .max(60),
  axis: z.enum(axes),
  weight: z.number().positive('must be above zero').max(1000, 'must be at most 1000'),
  spend: z.boolean(),
  label: words(120),
  help: words(1000),
  anchors: z.strictObject({ '0': words(300), '5': words(300), '10': words(300) }),
  fed: z
    .strictObject({
      field: z.enum(fedFields),
      bands: z.array(z.strictObject({ from: edge, to: edge, score })).max(20, 'must be at most 20 bands'),
    })
    .optional(),
});

export const draftCriteriaBody = z.strictObject({
  /** Version to start from; the one in force where left out. */
  basedOn: z.int().min(1).optional(),
});
export type DraftCriteriaBody = z.infer<typeof draftCriteriaBody>;
export class DraftCriteria extends Command<DraftCriteriaBody> {}

export const changeDraftBody = z.strictObject({
  name: line(120),
  criteria: z.array(criterion).max(40, 'must be at most 40 criteria'),
});
export type ChangeDraftBody = z.infer<typeof changeDraftBody>;
export class ChangeDraft extends Command<ChangeDraftBody> {}

export class DiscardDraft extends Command<Record<string, never>> {}

export const publishDraftBody = z.strictObject({ effectiveOn: businessDate, reason: prose.default('') });
export type PublishDraftBody = z.infer<typeof publishDraftBody>;
export class PublishDraft extends Command<PublishDraftBody> {}

export const criteriaCommands = bind(criteriaSets, [
  [DraftCriteria, draftCriteria],
  [ChangeDraft, changeDraft],
  [DiscardDraft, discardDraft],
  [PublishDraft, publishDraft],
]);
