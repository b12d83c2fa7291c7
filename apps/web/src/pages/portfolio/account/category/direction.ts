import { useRead } from '~/api/use-read';
import { categories, type Category } from '~/theme/tones';

const key: readonly Category[] = ['strategic', 'star', 'status', 'streamline'];
export const isKey = (category: Category) => key.includes(category);

/** Which way a move goes; the enterprise says for each way how many people it takes. */
export function directionOf(from: Category, to: Category) {
  if (!isKey(to)) return 'de-select';
  if (!isKey(from)) return 'select';
  return categories.indexOf(to) < categories.indexOf(from) ? 'up' : 'down';
}

/** Whether somebody else has to approve a move from one category to another; true until the rule is known. */
export function useNeedsApproval(from: Category, to: Category | ''): boolean {
  const { data } = useRead('/api/t/{tenant}/enterprise');
  return to === '' || data?.approval[directionOf(from, to)] !== 'one';
}
