import { useState } from 'react';
import type { ApiProblem } from '~/api/problem';
import { announce } from '~/ui';
import { problemText } from '~/ui/problem-text';
import { t } from './texts';

const MAX_BYTES = 20 * 1_048_576;

/** Sends a chosen file and says what became of it; `problem` is why it was refused. */
export function useSendDocument(send: (file: File) => Promise<unknown>, done: (name: string) => string) {
  const [problem, setProblem] = useState<string>();
  const choose = async (file: File | null) => {
    if (!file) return;
    setProblem(undefined);
    const { name } = file;
    if (file.size > MAX_BYTES) return setProblem(t('documentRefused', { name, why: t('documentLarge') }));
    try {
      await send(file);
      announce(done(name));
    } catch (error) {
      const { title, text } = problemText(error as ApiProblem);
      setProblem(t('documentRefused', { name, why: text ?? title }));
    }
  };
  return { problem, choose };
}

/** How the API is told of a file. */
export const saidOf = ({ name, type }: File) => ({ name, ...(type ? { mediaType: type } : {}) });
