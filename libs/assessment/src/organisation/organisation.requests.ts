import { z } from 'zod';
import { scope } from '../audit/audit.events';
import { presentOrganisationCatalogue } from './catalogue/organisation-catalogue';
import type { CellAnswer } from './cell-answer';

const personId = z.string().min(1).max(200);
/** Words that may be left out; blank counts as left out. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || undefined);
const reason = z.string().trim().min(1, 'say why').max(2_000);
const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], 'must be 0, 1, 2 or 3');

export const openOrganisationRequest = z.strictObject({
  scope,
  title: z.string().trim().min(1).max(200),
  assessedOn: z.iso.date(),
  transnational: z.boolean().default(true),
  catalogueVersion: z.int().positive().default(presentOrganisationCatalogue),
  assessorIds: z.array(personId).max(50).default([]),
});

export const organisationAssessorsRequest = z.strictObject({ assessorIds: z.array(personId).max(50) });

/** States the whole answer: evidence or note left out is none. */
export const cellAnswerRequest = z.strictObject({
  score,
  evidence: words(10_000),
  note: words(2_000),
  reason: words(2_000),
});

export const cellAnswerOf = ({ score, evidence, note }: z.infer<typeof cellAnswerRequest>): CellAnswer => ({
  score,
  evidence,
  note,
});

export const settleCellRequest = z.strictObject({ score, reason: words(2_000) });

export const transnationalRequest = z.strictObject({ transnational: z.boolean(), reason });

export const signOffRequest = z.strictObject({ note: words(2_000) });

export const reopenRequest = z.strictObject({ reason });
