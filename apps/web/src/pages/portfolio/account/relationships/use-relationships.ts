import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';

export type RelationshipMap = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/relationships'>;
export type MappedContact = RelationshipMap['contacts'][number];
export type Pair = MappedContact['relationships'][number];
export type WhiteSpace = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/white-space'>;

export const useRelationships = (accountId: string) =>
  useRead('/api/t/{tenant}/accounts/{accountId}/relationships', { path: { accountId } });

/** What the person is called in a sentence: the title where there is no name. */
export const nameOf = ({ name, jobTitle }: Pick<MappedContact, 'name' | 'jobTitle'>): string => name ?? jobTitle ?? '–';
