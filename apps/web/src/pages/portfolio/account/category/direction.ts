import { useRead } from '~/api/use-read';
import { directionOf } from '~/ui';

/** Whether somebody else has to approve a move from one category to another; true until the rule is known. */
export function useNeedsApproval(from: string, to: string): boolean {
  const { data } = useRead('/api/t/{tenant}/enterprise');
  return to === '' || data?.approval[directionOf(from, to)] !== 'one';
}
