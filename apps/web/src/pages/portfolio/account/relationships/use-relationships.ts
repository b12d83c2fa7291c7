import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';

export type RelationshipMap = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/relationships'>;
export type MappedContact = RelationshipMap['contacts'][number];
export type Pair = MappedContact['relationships'][number];
export type WhiteSpace = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/white-space'>;

/** After how many days without contact somebody counts as out of touch; in the address as `silent`. */
export function useSilentDays(): [number | undefined, (days: number | undefined) => void] {
  const [text, set] = useAddressState('silent');
  const days = Number(text);
  const sound = text !== '' && Number.isInteger(days) && days >= 1 && days <= 3_650;
  return [sound ? days : undefined, (now) => set(now === undefined ? '' : String(now))];
}

export const useRelationships = (accountId: string, silentDays: number | undefined) =>
  useRead(
    '/api/t/{tenant}/accounts/{accountId}/relationships',
    { path: { accountId }, query: { silentDays } },
    { keepPrevious: true },
  );

/** What the person is called in a sentence: the title where there is no name. */
export const nameOf = ({ name, jobTitle }: Pick<MappedContact, 'name' | 'jobTitle'>): string => name ?? jobTitle ?? '–';
