import { useMutation } from '@tanstack/react-query';
import { useAsAt } from '~/app/as-at';
import { useTenantAlias } from '~/app/address';
import { saveFile } from './save-file';
import type { ApiProblem } from './problem';
import { send } from './send';

export interface Download {
  /** Below the tenant: `accounts.csv`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly fileName: string;
}

/** Downloads a file of the tenant's API, as at the moment in the address. */
export function useDownload() {
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  return useMutation<void, ApiProblem, Download>({
    mutationFn: async ({ path, query, fileName }) => {
      const address = new URL(`/api/t/${encodeURIComponent(tenant)}/${path}`, window.location.origin);
      for (const [name, value] of Object.entries({ ...query, asAt })) if (value) address.searchParams.set(name, value);
      const response = await send(new Request(address));
      saveFile(fileName, await response.blob());
    },
  });
}

/**
 * A list as CSV or XLSX, with its filters and its order: what a `ListToolbar` needs for its two buttons.
 * @param fileName without the ending
 */
export function useListDownload(path: string, fileName: string, query: Download['query']) {
  const { mutate, isPending } = useDownload();
  const save = (format: 'csv' | 'xlsx') =>
    mutate({ path, query: { ...query, format }, fileName: `${fileName}.${format}` });
  return { onCsv: () => save('csv'), onXlsx: () => save('xlsx'), csvLoading: isPending };
}
