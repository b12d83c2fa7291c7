import { isKey, suggestedCategories } from '@mainstay/portfolio';
import type { CategoryLine } from './facts';

/** The list of key accounts: what their number opens into. */
export function keyAccountsOf(byCategory: readonly CategoryLine[]) {
  const held = byCategory.map(({ category }) => category).filter(isKey);
  const category = [...new Set([...suggestedCategories, ...held])].join(',');
  return { list: 'accounts' as const, filters: { category } };
}
