import { useRead } from '~/api/use-read';
import { useTenantMe } from '../tenant';

/** The divisions that the person may see, by name. */
export function useDivisions(): { divisions: readonly { id: string; name: string }[]; all: boolean } {
  const { divisions: mine } = useTenantMe();
  const all = mine === 'all';
  const { data } = useRead('/api/t/{tenant}/divisions', {}, { enabled: all });
  return { divisions: all ? (data?.items ?? []) : mine, all };
}
