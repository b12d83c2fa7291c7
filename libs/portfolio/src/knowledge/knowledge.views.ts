import { z } from 'zod';
import { businessDate, line, person, prose } from '../fields';
import type { AlignmentTopic } from './alignment';
import { competitorPositions } from './competitor';
import { ideaOutcomes } from './idea';
import { noteTopics, storedDocument } from './note';

/** 20 MB, as file managers count them. */
export const MAX_DOCUMENT_BYTES = 20 * 1_048_576;

const longText = z.string().trim().max(20_000, 'must be at most 20000 characters');
const people = z
  .array(person)
  .max(50)
  .transform((ids) => [...new Set(ids)].sort());
const reason = prose.default('');
export const why = z.strictObject({ reason });

const noteText = { topic: z.enum(noteTopics), title: line(200), text: longText, source: z.string().trim().max(500) };
export const newNote = z.strictObject({ ...noteText, source: noteText.source.default('') });
export const noteChanges = z.strictObject(noteText).partial().extend({ reason });

/** What is said of a document that is sent. */
const sent = {
  name: line(200).regex(/^[^/\\\p{Cc}]+$/u, 'must be a name without folders'),
  mediaType: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\w.+-]{1,80}\/[\w.+-]{1,80}$/, 'must be a media type, such as application/pdf')
    .default('application/octet-stream'),
};
export const newDocument = z.strictObject({
  ...sent,
  topic: noteText.topic.default('research'),
  title: line(200).optional().describe('The file’s name where it is left out'),
  source: noteText.source.default(''),
});
export const newDocumentRevision = z.strictObject({ ...sent, reason });

const share = z.number().min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').nullable();
const assessment = {
  position: z.enum(competitorPositions),
  share: share.describe('Part of what the customer buys in our field, in per cent'),
  strengths: prose,
  weaknesses: prose,
  answer: prose.describe('What we do about it'),
  asOf: businessDate,
};
export const newCompetitor = z.strictObject({
  ...assessment,
  name: line(200),
  share: share.default(null),
  strengths: prose.default(''),
  weaknesses: prose.default(''),
  answer: prose.default(''),
});
export const competitorChanges = z.strictObject(assessment).partial().extend({ reason });

const value = z.number().min(0, 'must not be negative').max(1e12).nullable();
const ideaText = {
  title: line(200),
  description: prose,
  pitchedOn: businessDate,
  pitchedBy: person,
  contactIds: people,
  value: value.describe('What it may bring in a year, in the enterprise’s currency'),
};
export const newIdea = z.strictObject({
  ...ideaText,
  description: prose.default(''),
  contactIds: people.prefault([]),
  value: value.default(null),
});
export const ideaChanges = z.strictObject(ideaText).partial().extend({ reason });
export const ideaAnswer = z.strictObject({ outcome: z.enum(ideaOutcomes), on: businessDate, note: prose.default('') });

const side = z.number().min(0, 'must be 0 to 10').max(10, 'must be 0 to 10').nullable();
const sides = z.object({ ours: side, theirs: side });
const scores = z.object({
  goals: sides,
  value: sides,
  delivery: sides,
  people: sides,
  innovation: sides,
  trust: sides,
} satisfies Record<AlignmentTopic, typeof sides>);
const reviewFacts = {
  heldOn: businessDate,
  people,
  contactIds: people,
  scores: scores.describe('Each topic from 0 (worlds apart) to 10 (of one mind), as each side sees it'),
  note: prose,
  nextOn: businessDate.nullable(),
};
export const newReview = z.strictObject({
  ...reviewFacts,
  contactIds: people.prefault([]),
  note: prose.default(''),
  nextOn: businessDate.nullable().default(null),
});
export const reviewChanges = z.strictObject(reviewFacts).partial().extend({ reason });

const ofAccount = { accountId: z.string().describe('Another than asked for where that was merged into it') };
const noteAnswer = z.object({
  noteId: z.string(),
  ...ofAccount,
  ...noteText,
  document: storedDocument.nullable(),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  version: z.int(),
});
const version = z.int();

export const knowledgeAnswer = z.object({
  notes: z.array(noteAnswer).describe('The latest first, withdrawn ones included'),
  competitors: z.array(z.object({ competitorId: z.string(), ...ofAccount, name: z.string(), ...assessment, version })),
  ideas: z.array(
    z.object({
      ideaId: z.string(),
      ...ofAccount,
      ...ideaText,
      contactIds: z.array(z.string()),
      outcome: z.enum(ideaOutcomes),
      answeredOn: z.iso.date().nullable(),
      answerNote: z.string(),
      version,
    }),
  ),
  reviews: z.array(
    z.object({
      reviewId: z.string(),
      ...ofAccount,
      ...reviewFacts,
      people: z.array(z.string()),
      contactIds: z.array(z.string()),
      version,
    }),
  ),
});

export const revisionsAnswer = z.object({
  items: z.array(
    z.object({
      noteId: z.string(),
      revision: z.int(),
      ...noteText,
      document: storedDocument.nullable(),
      writtenBy: z.string(),
      writtenAt: z.iso.datetime(),
      reason: z.string(),
    }),
  ),
});
