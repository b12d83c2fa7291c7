import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Round = ReadAnswer<'/api/t/{tenant}/rounds/{roundId}'>;
export type RoundLine = ReadAnswer<'/api/t/{tenant}/rounds'>['items'][number];
export type RoundAccount = ReadAnswer<'/api/t/{tenant}/rounds/{roundId}/accounts'>['items'][number];
export type Movement = ReadAnswer<'/api/t/{tenant}/rounds/{roundId}/movement'>;

export const roundStates = ['unassigned', 'scoring', 'to-settle', 'move', 'stays', 'accepted', 'refused'] as const;

export const useRound = (roundId: string) => useRead('/api/t/{tenant}/rounds/{roundId}', { path: { roundId } });

/** Settled, whatever was decided then. */
export const settledOf = ({ counts }: Pick<Round, 'counts'>): number =>
  counts.move + counts.stays + counts.accepted + counts.refused;
