import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Account = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}'>;
export type CriteriaSet = ReadAnswer<'/api/t/{tenant}/criteria-sets/{version}'>;
export type Decision = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/categories'>['decisions'][number];

export const useAccount = (accountId: string) =>
  useRead('/api/t/{tenant}/accounts/{accountId}', { path: { accountId } });

/** The criteria under which accounts are scored at present. */
export const CRITERIA_VERSION = 1;

export const useCriteria = (version: number) =>
  useRead('/api/t/{tenant}/criteria-sets/{version}', { path: { version: String(version) } });
