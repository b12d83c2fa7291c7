import type { RailPage } from '../page-registry';

export interface SearchContext {
  readonly tenant: string;
  readonly permissions: readonly string[];
  readonly pages: readonly RailPage[];
  readonly asAt: string | undefined;
  readonly signal: AbortSignal;
}

export interface Found {
  readonly id: string;
  /** Heading it stands under: Pages, Accounts. */
  readonly group: string;
  readonly title: string;
  readonly note?: string;
  /** Path below the tenant. */
  readonly to: string;
}

/** Looks in one place for what a person typed (trimmed, maybe empty). Answers few and the best first. */
export type SearchProvider = (text: string, context: SearchContext) => Promise<readonly Found[]>;

/** Every word of the text begins a word of the candidate; accents and case do not matter. */
export function matches(candidate: string, text: string): boolean {
  const words = plain(candidate).split(/[^\p{L}\p{N}]+/u);
  return plain(text)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
