import { z } from 'zod';

const change = z
  .unknown()
  .describe('Plain JSON; null where there was nothing. { personalData: true } stands for sealed personal data');

export const historyEntryAnswer = z.object({
  eventId: z.string(),
  /** Place in the feed. */
  position: z.string(),
  stream: z.string(),
  version: z.int(),
  type: z.string(),
  kind: z.string(),
  recorded: z.iso.datetime().describe('When the system learned it'),
  effectiveOn: z.string().nullable().describe('Business date, where it differs'),
  actor: z.string(),
  onBehalfOf: z.string().nullable(),
  subject: z.object({ type: z.string(), id: z.string(), title: z.string().nullable() }),
  account: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  saidAt: z
    .object({ id: z.string(), code: z.string(), name: z.string() })
    .nullable()
    .describe('Where it was recorded, of an account that was merged into the one asked about; null: there itself'),
  divisionId: z.string().nullable(),
  detail: z.string().nullable(),
  detailTitle: z.string().nullable(),
  before: change,
  after: change,
  why: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntryAnswer>;

export const historyPage = z.object({
  items: z.array(historyEntryAnswer),
  next: z.string().nullable().describe('Cursor of the next, older page'),
});

export const kindCounts = z.object({ kinds: z.array(z.object({ kind: z.string(), count: z.int() })) });

export const wholeEntryAnswer = historyEntryAnswer.extend({
  schemaVersion: z.int(),
  correlation: z.string(),
  causation: z.string().nullable(),
  data: z.unknown().describe('Payload as recorded; { withheld: true } where it is confidential'),
});
export type WholeEntry = z.infer<typeof wholeEntryAnswer>;
