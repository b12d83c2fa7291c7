import { FileInput, List, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ApiProblem } from '~/api/problem';
import type { Answer, Operation } from '~/api/types';
import { useUpload } from '~/api/use-upload';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { languageName } from './languages';
import { t } from './texts';
import { useWordsLanguage, type Words } from './use-words';

const path = '/api/t/{tenant}/catalogues/{kind}/words/{language}/import';
type Outcome = Answer<Operation<typeof path, 'post'>>;

/** Own words from a translator's file: first what it would change, then that and nothing else. */
export function ImportWordsDrawer({ words: { catalogue }, onClose }: { words: Words; onClose: () => void }) {
  const [language] = useWordsLanguage();
  const tell = useUpload(path);
  const carryOut = useUpload(path);
  const [outcome, setOutcome] = useState<Outcome>();
  const form = useForm<{ file: File | null; reason: string }>({
    initialValues: { file: null, reason: '' },
    validate: {
      file: () => {
        if (!outcome) return t('import.fileMissing');
        if (outcome.refusals.length > 0) return t('import.refused', { n: outcome.refusals.length });
        return outcome.changes.length === 0 ? t('import.nothing') : null;
      },
      reason: reasonRule,
    },
  });
  const about = { kind: catalogue.kind, language };
  const check = async (file: File | null) => {
    form.setFieldValue('file', file);
    setOutcome(undefined);
    if (!file) return;
    try {
      setOutcome(await tell.mutateAsync({ path: about, file, query: { fileName: file.name } }));
    } catch (problem) {
      form.setFieldError('file', (problem as ApiProblem).title);
    }
  };
  const send = async ({ file, reason }: typeof form.values) => {
    const query = { fileName: file!.name, dryRun: 'false', reason } as const;
    const done = await carryOut.mutateAsync({ path: about, file: file!, query });
    announce(t('import.done', { n: done.changes.length }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('import.title', { language: languageName(language) })}
      form={form}
      onSubmit={send}
      submitText={outcome?.changes.length ? t('import.do', { n: outcome.changes.length }) : t('import.doPlain')}
    >
      <Text size="sm">{t('import.how')}</Text>
      <FileInput
        label={t('import.file')}
        description={t('import.fileHelp')}
        accept=".csv,.xlsx"
        required
        clearable
        data-autofocus
        {...form.getInputProps('file')}
        onChange={(file) => void check(file)}
      />
      <div role="status">
        {outcome && outcome.refusals.length === 0 && (
          <Text size="sm">{t('import.would', { n: outcome.changes.length, rows: outcome.rows })}</Text>
        )}
        {outcome && outcome.refusals.length > 0 && (
          <List size="sm">
            {outcome.refusals.slice(0, 20).map(({ row, column, rule }) => (
              <List.Item key={`${row} ${column} ${rule}`}>{t('import.row', { row, column, rule })}</List.Item>
            ))}
          </List>
        )}
      </div>
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
