import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** What an enterprise says of one item in one language. There is no way to say what it weighs. */
export const ownWords = z.strictObject({
  /** Stands in front of the shipped label. */
  label: z.string().optional(),
  /** Stands in front of the shipped help. */
  help: z.string().optional(),
  /** What the enterprise adds, such as where its evidence is found. */
  guidance: z.string().optional(),
});
export type OwnWords = z.infer<typeof ownWords>;

export const wordsEvents = eventTypes({
  'assessment.CatalogueWordsChanged': {
    schema: z.strictObject({
      kind: z.string(),
      language: z.string(),
      itemId: z.string(),
      from: ownWords.nullable(),
      to: ownWords.nullable(),
      reason: z.string(),
    }),
  },
});

export type WordsEvent = EventsOf<typeof wordsEvents>;
