import { useMemo } from 'react';
import { useRead } from '~/api/use-read';
import { language } from '~/i18n/catalogue';
import type { LitmusTest } from './litmus';
import { inOwnWords } from './own-words';

/** The test in the enterprise's own words, where it has some in the person's language. */
export function useOwnWords(test: LitmusTest): LitmusTest {
  const { data } = useRead('/api/t/{tenant}/catalogues/{kind}', {
    path: { kind: 'litmus' },
    query: { language, own: 'true' },
  });
  return useMemo(() => inOwnWords(test, data?.items ?? []), [test, data]);
}
