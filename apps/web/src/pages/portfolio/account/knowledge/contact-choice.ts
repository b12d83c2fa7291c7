import { useRead } from '~/api/use-read';

/** Contacts of the account by id; who was erased has no name and cannot be chosen. */
export function useContactChoice(accountId: string): { value: string; label: string }[] {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/contacts', { path: { accountId } });
  return (data?.items ?? []).flatMap(({ id, name }) => (name === null ? [] : [{ value: id, label: name }]));
}
