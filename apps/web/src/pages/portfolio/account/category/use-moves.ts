import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Move = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/category-moves'>['items'][number];

/** Every move that was proposed for an account, the latest first. */
export function useMoves(accountId: string): readonly Move[] {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/category-moves', { path: { accountId } });
  return data?.items ?? [];
}

/** The move that waits for approval; an account has at most one. */
export const useOpenMove = (accountId: string): Move | undefined =>
  useMoves(accountId).find(({ state }) => state === 'open');
