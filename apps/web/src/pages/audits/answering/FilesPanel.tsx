import { type DragEvent, useRef, useState } from 'react';
import { Alert, Button, Group, Progress, Text, TextInput } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useUpload } from '~/api/use-upload';
import { percent } from '~/i18n/format';
import { announce } from '~/ui';
import { problemText } from '~/ui/problem-text';
import type { ApiProblem } from '~/api/problem';
import classes from './Answering.module.css';
import { FileLine } from './FileLine';
import { refusalText } from './file-text';
import { t } from './texts';

export const filesButton = 'answer-files';

interface FilesPanelProps {
  auditId: string;
  actionId: string;
  readOnly: boolean;
}

/** Files beside an action: drop or choose, with progress, and every revision with both its dates. */
export function FilesPanel({ auditId, actionId, readOnly }: FilesPanelProps) {
  const { data } = useRead('/api/t/{tenant}/audits/{auditId}/files', { path: { auditId } });
  const upload = useUpload('/api/t/{tenant}/audits/{auditId}/answers/{actionId}/files');
  const chooser = useRef<HTMLInputElement>(null);
  const [evidenceOn, setEvidenceOn] = useState('');
  const [sending, setSending] = useState<string>();
  const [refused, setRefused] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const files = data?.items.filter((file) => file.actionId === actionId) ?? [];
  if (readOnly && files.length === 0) return null;

  const send = async (chosen: readonly File[]) => {
    setRefused([]);
    for (const file of chosen) {
      const problem = refusalText(file) ?? (await attach(file));
      if (problem) setRefused((before) => [...before, problem]);
    }
    setSending(undefined);
  };
  const attach = async (file: File): Promise<string | undefined> => {
    const { name, type } = file;
    setSending(name);
    const query = { name, ...(type ? { mediaType: type } : {}), ...(evidenceOn ? { evidenceOn } : {}) };
    try {
      await upload.mutateAsync({ path: { auditId, actionId }, query, file });
      announce(t('files.attached', { name }));
      return undefined;
    } catch (error) {
      const { title, text } = problemText(error as ApiProblem);
      return t('files.refused', { name, why: text ?? title });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };

  return (
    <section aria-label={t('files.title')}>
      <Text size="sm" fw={500}>
        {t('files.title')}
      </Text>
      {files.length > 0 && (
        <ul className={classes['plain']}>
          {files.map((file) => (
            <FileLine key={file.fileId} auditId={auditId} file={file} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div
          className={classes['drop']}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t('files.drop')}
            </Text>
            <Button
              id={filesButton}
              size="compact-sm"
              variant="default"
              aria-keyshortcuts="F"
              loading={sending !== undefined}
              onClick={() => chooser.current?.click()}
            >
              {t('files.choose')}
            </Button>
          </Group>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget }) => {
              void send([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
          <TextInput
            type="date"
            size="xs"
            label={t('files.dated')}
            value={evidenceOn}
            onChange={(event) => setEvidenceOn(event.target.value)}
            maw={200}
          />
          {sending && (
            <div role="status">
              <Text size="xs">{t('files.sending', { name: sending, percent: percent(upload.progress ?? 0) })}</Text>
              <Progress value={(upload.progress ?? 0) * 100} aria-label={sending} />
            </div>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <Alert
          color="red"
          role="alert"
          withCloseButton
          onClose={() => setRefused([])}
          closeButtonLabel={t('talk.cancel')}
        >
          {refused.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
    </section>
  );
}
