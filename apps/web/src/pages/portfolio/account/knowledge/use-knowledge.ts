import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Knowledge = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/knowledge'>;
export type Note = Knowledge['notes'][number];
export type Competitor = Knowledge['competitors'][number];
export type Idea = Knowledge['ideas'][number];
export type Review = Knowledge['reviews'][number];

export const useKnowledge = (accountId: string) =>
  useRead('/api/t/{tenant}/accounts/{accountId}/knowledge', { path: { accountId } });

/** What every part of the knowledge base is given. */
export interface PartProps {
  readonly accountId: string;
  readonly mayChange: boolean;
}
