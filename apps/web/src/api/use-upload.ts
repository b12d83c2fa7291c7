import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTenantAlias } from '~/app/address';
import { idempotencyKey } from './idempotency-key';
import type { ApiProblem } from './problem';
import { send } from './send';
import type { Answer, Operation, UploadInput, UploadPath } from './types';
import { withProgress } from './with-progress';

/** Sends a file as raw bytes; afterwards all of the tenant is read again. `progress` is 0 to 1 while it goes out. */
export function useUpload<P extends UploadPath>(path: P) {
  const tenant = useTenantAlias();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const upload = useMutation<Answer<Operation<P, 'post'>>, ApiProblem, UploadInput<P>>({
    mutationFn: async (input) => {
      const { path: parts, query, file, ifMatch } = input as Input;
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Idempotency-Key': idempotencyKey(),
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      };
      setProgress(0);
      const request = new Request(address(path, { ...parts, tenant }, query), { method: 'POST', body: file, headers });
      const response = await send(request, withProgress(setProgress));
      return (await response.json()) as Answer<Operation<P, 'post'>>;
    },
    onSettled: () => setProgress(undefined),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => of === tenant }),
  });
  return { ...upload, progress };
}

interface Input {
  readonly path?: Parts;
  readonly query?: Parts;
  readonly file: Blob;
  readonly ifMatch?: number;
}

type Parts = Readonly<Record<string, string | number | boolean | undefined>>;

function address(path: string, parts: Parts, query: Parts = {}): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])));
  const url = new URL(filled, window.location.origin);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
