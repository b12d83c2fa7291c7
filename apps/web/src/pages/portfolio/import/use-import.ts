import { useState } from 'react';
import { ApiProblem } from '~/api/problem';
import type { ReadAnswer } from '~/api/types';
import { useUpload } from '~/api/use-upload';

const path = '/api/t/{tenant}/accounts/import';
export type Preview = NonNullable<ReturnType<typeof useUpload<typeof path>>['data']>;
export type ImportRecord = ReadAnswer<'/api/t/{tenant}/accounts/imports/{importId}'>;

/** A file, what it would do under the mapping chosen, and the import itself. */
export function useImport() {
  const tell = useUpload(path);
  const carryOut = useUpload(path);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<ApiProblem>();

  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    setProblem(undefined);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      return undefined;
    }
  };
  const queryOf = (chosen: File, mapping?: Preview['mapping']) => ({
    fileName: chosen.name,
    mapping: mapping && JSON.stringify(mapping),
  });
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setPreview(undefined);
    if (chosen) setPreview(await guarded(() => tell.mutateAsync({ file: chosen, query: queryOf(chosen) })));
  };
  const remap = async (mapping: Preview['mapping']) => {
    if (!preview) return;
    setPreview({ ...preview, mapping });
    if (!mapping.code && !mapping.id) return;
    const told = await guarded(() => tell.mutateAsync({ file: file!, query: queryOf(file!, mapping) }));
    if (told) setPreview(told);
  };
  const run = (reason: string, leaveOut: boolean) =>
    guarded(() =>
      carryOut.mutateAsync({
        file: file!,
        query: {
          ...queryOf(file!, preview!.mapping),
          dryRun: 'false',
          refused: leaveOut ? 'leave-out' : 'stop',
          reason: reason.trim() || undefined,
        },
      }),
    );
  return {
    file,
    preview,
    problem,
    choose,
    remap,
    run,
    telling: tell.isPending,
    running: carryOut.isPending,
    sent: carryOut.progress,
  };
}
