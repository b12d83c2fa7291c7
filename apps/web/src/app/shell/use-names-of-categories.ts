import { useRead } from '~/api/use-read';
import { callCategories } from '~/ui/categories';

/**
 * Has every page call categories as the enterprise does, as at the page's moment. Answers what changes with the names: a page
 * that was drawn before them is drawn anew.
 */
export function useNamesOfCategories(mayRead: boolean): string {
  const { data } = useRead('/api/t/{tenant}/categories', {}, { enabled: mayRead, keepPrevious: true });
  callCategories(data);
  return data && data.inForce > 1 ? data.items.map(({ name }) => name).join() : '';
}
