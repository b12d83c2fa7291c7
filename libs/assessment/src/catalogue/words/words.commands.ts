import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { putWords, type PutWordsBody, words } from './words';

/** A catalogue has a few hundred items; no request needs to name more. */
const MOST_ITEMS = 1_000;
const text = (longest: number) => z.string().trim().max(longest, `must be at most ${longest} characters`).optional();

export const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language code such as de or pt-BR');

export const wordsOfItem = z.strictObject({
  id: z.string().min(1).max(100),
  label: text(300),
  help: text(2_000),
  guidance: text(4_000),
});

export const putWordsRequest = z.strictObject({
  items: z.array(wordsOfItem).min(1).max(MOST_ITEMS),
  reason: z.string().trim().max(2_000).default(''),
});
export type PutWordsRequest = z.infer<typeof putWordsRequest>;

export class PutCatalogueWords extends Command<PutWordsBody> {}

export const wordsCommands = bind(words, [[PutCatalogueWords, putWords]]);
