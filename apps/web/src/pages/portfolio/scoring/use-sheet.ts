import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Sheet = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/scorings'>;
export type AskedCriterion = Sheet['criteria']['criteria'][number];

export const useSheet = (accountId: string, roundId?: string) =>
  useRead('/api/t/{tenant}/accounts/{accountId}/scorings', { path: { accountId }, query: { roundId } });
