import { lazy, Suspense, useState } from 'react';
import { Alert, Badge, Button, Card, FileButton, Group, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useDownload } from '~/api/use-download';
import { useUpload } from '~/api/use-upload';
import { day } from '~/i18n/format';
import { announce, FormDrawer, PersonName, ReasonField, reasonRule } from '~/ui';
import { NoteForm } from './NoteForm';
import { Revisions } from './Revisions';
import { t } from './texts';
import type { Note } from './use-knowledge';
import { saidOf, useSendDocument } from './use-send-document';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));
const path = '/api/t/{tenant}/accounts/{accountId}/notes/{noteId}';

interface NoteCardProps {
  accountId: string;
  note: Note;
  mayChange: boolean;
}

/** One note or document as it reads now. */
export function NoteCard({ accountId, note, mayChange }: NoteCardProps) {
  const [doing, setDoing] = useState<'revise' | 'withdraw' | 'history'>();
  const close = () => setDoing(undefined);
  const { noteId, title, document, revision, withdrawnAt } = note;
  const own = note.accountId === accountId;
  const download = useDownload();
  return (
    <Card withBorder padding="md" component="article" aria-label={title}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={3} size="h5">
          {title}
        </Title>
        <Badge variant="default" style={{ flexShrink: 0 }}>
          {t(`topic.${note.topic}`)}
        </Badge>
      </Group>
      {note.text && (
        <Text mt="xs" maw="80ch" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {note.text}
        </Text>
      )}
      {document && (
        <Group mt="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={download.isPending}
            onClick={() =>
              download.mutate({
                path: `accounts/${note.accountId}/notes/${noteId}/revisions/${revision}/document`,
                fileName: document.name,
              })
            }
          >
            {t('download', { name: document.name })}
          </Button>
        </Group>
      )}
      <Text mt="xs" size="sm" c="dimmed">
        {t('byline', { revision, day: day(note.changedAt.slice(0, 10)) })} <PersonName id={note.changedBy} />
        {note.source && ` · ${note.source}`}
        {withdrawnAt && ` · ${t('withdrawnOn', { day: day(withdrawnAt.slice(0, 10)) })}`}
        {!own && ` · ${t('fromMerged')}`}
      </Text>
      <Group mt="xs" gap="xs" data-screen-only>
        {mayChange && own && (
          <Change note={note} onRevise={() => setDoing('revise')} onWithdraw={() => setDoing('withdraw')} />
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => setDoing('history')}>
          {t('history')}
        </Button>
      </Group>
      {revision > 1 && <Revisions note={note} />}
      {doing === 'revise' && <NoteForm accountId={accountId} note={note} onClose={close} />}
      {doing === 'withdraw' && <Withdraw note={note} onClose={close} />}
      {doing === 'history' && (
        <Suspense>
          <HistoryDrawer subject={{ type: 'note', id: noteId }} title={title} onClose={close} />
        </Suspense>
      )}
    </Card>
  );
}

function Change({ note, onRevise, onWithdraw }: { note: Note; onRevise: () => void; onWithdraw: () => void }) {
  const { accountId, noteId } = note;
  const restore = useCommand('post', `${path}/restoration`);
  const upload = useUpload(`${path}/document`);
  const { problem, choose } = useSendDocument(
    (file) => upload.mutateAsync({ path: { accountId, noteId }, query: saidOf(file), file }),
    () => t('documentReplaced'),
  );
  const bringBack = async () => {
    await restore.mutateAsync({ path: { accountId, noteId }, body: {} });
    announce(t('restoreDone'));
  };
  if (note.withdrawnAt) {
    return (
      <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={() => void bringBack()}>
        {t('restore')}
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={onRevise}>
        {t('revise')}
      </Button>
      <FileButton onChange={(file) => void choose(file)}>
        {(props) => (
          <Button size="compact-sm" variant="default" loading={upload.isPending} {...props}>
            {note.document ? t('replace') : t('addDocument')}
          </Button>
        )}
      </FileButton>
      <Button size="compact-sm" variant="default" onClick={onWithdraw}>
        {t('withdraw')}
      </Button>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </>
  );
}

function Withdraw({ note, onClose }: { note: Note; onClose: () => void }) {
  const withdraw = useCommand('post', `${path}/withdrawal`);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: typeof form.values) => {
    await withdraw.mutateAsync({ path: { accountId: note.accountId, noteId: note.noteId }, body });
    announce(t('withdrawDone'));
  };
  const title = t('withdrawTitle', { title: note.title });
  return (
    <FormDrawer opened onClose={onClose} title={title} effect={t('withdrawEffect')} form={form} onSubmit={save}>
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
