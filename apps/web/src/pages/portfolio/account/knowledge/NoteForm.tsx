import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField } from '~/ui';
import { t } from './texts';
import { topics } from './topics';
import type { Note } from './use-knowledge';

const path = '/api/t/{tenant}/accounts/{accountId}/notes';

interface NoteFormProps {
  accountId: string;
  /** Left out for a new one. */
  note?: Note;
  onClose: () => void;
}

export function NoteForm({ accountId, note, onClose }: NoteFormProps) {
  const write = useCommand('post', path);
  const revise = useCommand('patch', `${path}/{noteId}`);
  const form = useForm({
    initialValues: {
      topic: note?.topic ?? ('research' as Note['topic']),
      title: note?.title ?? '',
      text: note?.text ?? '',
      source: note?.source ?? '',
      reason: '',
    },
    validate: {
      title: (title) => (title.trim() ? null : t('titleMissing')),
      text: (text) => (text.trim() || note?.document ? null : t('textMissing')),
    },
  });
  const save = async ({ reason, ...body }: typeof form.values) => {
    if (note) {
      await revise.mutateAsync({
        path: { accountId, noteId: note.noteId },
        body: { ...body, reason },
        ifMatch: note.version,
      });
      return announce(t('noteRevised'));
    }
    await write.mutateAsync({ path: { accountId }, body });
    announce(t('noteWritten'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={note ? t('reviseTitle', { title: note.title }) : t('write')}
      form={form}
      onSubmit={save}
    >
      <NativeSelect label={t('topic')} data={topics()} {...form.getInputProps('topic')} />
      <TextInput label={t('title')} required data-autofocus {...form.getInputProps('title')} />
      <Textarea label={t('text')} autosize minRows={8} maxRows={24} {...form.getInputProps('text')} />
      <TextInput label={t('source')} description={t('sourceHelp')} {...form.getInputProps('source')} />
      {note && <ReasonField required={false} {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}
