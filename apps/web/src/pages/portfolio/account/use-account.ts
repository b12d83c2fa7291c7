import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type Account = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}'>;
export type CriteriaSet = ReadAnswer<'/api/t/{tenant}/criteria-sets/{version}'>;
export type Decision = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/categories'>['decisions'][number];

export const useAccount = (accountId: string) =>
  useRead('/api/t/{tenant}/accounts/{accountId}', { path: { accountId } });

/** A version of the criteria; asked for once it is known which. */
export const useCriteria = (version: number | undefined) =>
  useRead(
    '/api/t/{tenant}/criteria-sets/{version}',
    { path: { version: String(version) } },
    { enabled: version !== undefined },
  );
