import { Alert, Anchor, Button, FileInput, Group, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ApiProblem } from '~/api/problem';
import { useUpload } from '~/api/use-upload';
import { announce, FormDrawer, ReasonField } from '~/ui';
import type { Results } from '../audit';
import { Preview } from './Preview';
import { t } from './texts';
import { type Outcome, needReason, touched, touchedText } from './outcome';

interface ImportDrawerProps {
  audit: Results['audit'];
  onExport: () => void;
  onClose: () => void;
}

/** Answers from a file: first what it would change, then that and nothing else. */
export function ImportDrawer({ audit, onExport, onClose }: ImportDrawerProps) {
  const path = '/api/t/{tenant}/audits/{auditId}/import';
  const tell = useUpload(path);
  const carryOut = useUpload(path);
  const [outcome, setOutcome] = useState<Outcome>();
  const form = useForm<{ file: File | null; reason: string }>({
    initialValues: { file: null, reason: '' },
    validate: {
      file: (file) => {
        if (!file || !outcome) return t('import.fileMissing');
        return outcome.refusals.length === 0 && touched(outcome) === 0 ? t('import.nothing') : null;
      },
    },
  });
  const inputOf = (file: File, reason: string) => ({
    path: { auditId: audit.id },
    file,
    query: { fileName: file.name, reason: reason.trim() || undefined },
  });
  const check = async (file: File | null, reason: string) => {
    setOutcome(undefined);
    form.clearErrors();
    if (!file) return;
    try {
      setOutcome(await tell.mutateAsync(inputOf(file, reason)));
    } catch (problem) {
      form.setFieldError('file', (problem as ApiProblem).title);
    }
  };
  const { file, reason } = form.values;
  const ready = outcome && outcome.refusals.length === 0 && touched(outcome) > 0 ? outcome : undefined;
  const send = async () => {
    const input = inputOf(file!, reason);
    const query = { ...input.query, dryRun: 'false' as const };
    const done = await carryOut.mutateAsync({ ...input, query, ifMatch: outcome!.version });
    announce(t('import.done', { what: touchedText(done) }));
  };
  const chosen = form.getInputProps('file');
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('import.title')}
      form={form}
      onSubmit={send}
      submitText={ready ? t('import.do', { what: touchedText(ready) }) : t('import.doPlain')}
    >
      <Text size="sm">{t('import.how')}</Text>
      <FileInput
        label={t('import.file')}
        description={t('import.fileHelp')}
        placeholder={t('import.choose')}
        accept=".csv,.xlsx"
        required
        clearable
        data-autofocus
        {...chosen}
        onChange={(file) => {
          (chosen.onChange as (file: File | null) => void)(file);
          void check(file, reason);
        }}
      />
      <ReasonField
        label={t('import.reason')}
        description={t('import.reasonHelp')}
        required={false}
        {...form.getInputProps('reason')}
        onBlur={() => outcome && needReason(outcome) > 0 && reason.trim() && void check(file, reason)}
      />
      <div role="status">{tell.isPending && <Text size="sm">{t('import.reading')}</Text>}</div>
      {outcome && <Preview outcome={outcome} audit={audit} />}
      {outcome && outcome.refusals.length > 0 && (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => void check(file, reason)} loading={tell.isPending}>
            {t('import.check')}
          </Button>
        </Group>
      )}
      {ready && (
        <Alert color="gray">
          <Anchor component="button" type="button" size="sm" onClick={onExport}>
            {t('import.undoKeep')}
          </Anchor>{' '}
          {t('import.undoNote')}
        </Alert>
      )}
    </FormDrawer>
  );
}
