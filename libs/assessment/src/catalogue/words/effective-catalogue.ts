import type { StoredRowOf } from '@mainstay/read-store';
import { z } from 'zod';
import type { CatalogueItem } from '../registry/catalogue-kind';
import { languageCode } from './words.requests';
import type { wordsTable } from './words.projection';

export type WordsRow = StoredRowOf<typeof wordsTable>;

export const effectiveQuery = z.object({
  language: languageCode.default('en').describe('Own words in it, else in the language without its country'),
  catalogueVersion: z.coerce.number().int().positive().optional().describe('The present one where left out'),
});

export const catalogueQuery = effectiveQuery.extend({
  own: z.enum(['true', 'false']).default('false').describe('Only the items that have own words'),
});

const said = { label: z.string(), help: z.string().nullable() };

export const effectiveItem = z.object({
  id: z.string(),
  sort: z.enum(['asked', 'heading', 'description']),
  of: z.string().nullable().describe('The item that a description belongs to'),
  section: z.string().nullable(),
  note: z.string().nullable(),
  points: z.int().nullable(),
  ...said,
  /** What the enterprise adds. */
  guidance: z.string().nullable(),
  shipped: z.object(said),
  /** Null where the shipped words stand alone. */
  own: z
    .object({
      language: z.string(),
      label: z.string().nullable(),
      help: z.string().nullable(),
      changedBy: z.string(),
      changedAt: z.string(),
      reason: z.string(),
    })
    .nullable(),
});
export type EffectiveItem = z.infer<typeof effectiveItem>;

export const effectiveCatalogue = z.object({
  version: z.int().describe('Of the own words; 0 before any were said'),
  kind: z.string(),
  name: z.string(),
  about: z.string(),
  catalogueVersion: z.int(),
  versions: z.array(z.int()),
  language: z.string(),
  /** In which anything is said. */
  languages: z.array(z.string()),
  items: z.array(effectiveItem),
});
export type EffectiveCatalogue = z.infer<typeof effectiveCatalogue>;

/** The shipped items with the enterprise's words laid over them; what was shipped stays beside it. */
export function withOwnWords(
  items: readonly CatalogueItem[],
  rows: readonly WordsRow[],
  language: string,
): EffectiveItem[] {
  const spoken = rows.filter(isSpoken);
  const inLanguage = (code: string) =>
    new Map(spoken.filter((row) => row.language === code).map((row) => [row.itemId, row]));
  const exact = inLanguage(language);
  const general = inLanguage(language.split('-')[0]!);
  return items.map(({ label, help, ...item }) => {
    const row = exact.get(item.id) ?? general.get(item.id);
    return {
      ...item,
      label: row?.label ?? label,
      help: row?.help ?? help,
      guidance: row?.guidance ?? null,
      shipped: { label, help },
      own: row ? ownOf(row) : null,
    };
  });
}

/** Languages in which anything is said. */
export const languagesOf = (rows: readonly WordsRow[]): string[] =>
  [...new Set(rows.filter(isSpoken).map(({ language }) => language))].sort();

const isSpoken = ({ label, help, guidance }: WordsRow) => label !== null || help !== null || guidance !== null;

const ownOf = ({ language, label, help, changedBy, changedAt, reason }: WordsRow) => ({
  language,
  label,
  help,
  changedBy,
  changedAt: changedAt.toISOString(),
  reason,
});
