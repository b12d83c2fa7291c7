import { useState } from 'react';
import { Button, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import { EmptyState } from '~/ui';
import { AddDocument } from './AddDocument';
import { NoteCard } from './NoteCard';
import { NoteForm } from './NoteForm';
import { Section } from './Section';
import { t } from './texts';
import { topics } from './topics';
import type { Note, PartProps } from './use-knowledge';

export function NotesSection({ accountId, mayChange, notes }: PartProps & { notes: readonly Note[] }) {
  const [writing, setWriting] = useState(false);
  const [words, setWords] = useAddressState('q');
  const [topic, setTopic] = useAddressState('topic');
  const [withdrawn, setWithdrawn] = useAddressState('withdrawn');
  const sought = words.toLowerCase();
  const shown = notes.filter(
    (note) =>
      (withdrawn || note.withdrawnAt === null) &&
      (!topic || note.topic === topic) &&
      [note.title, note.text, note.source, note.document?.name ?? ''].some((text) =>
        text.toLowerCase().includes(sought),
      ),
  );
  const actions = mayChange && (
    <>
      <AddDocument accountId={accountId} />
      <Button onClick={() => setWriting(true)}>{t('write')}</Button>
    </>
  );
  return (
    <Section title={t('notes')} lead={t('notesLead')} actions={notes.length > 0 && actions}>
      {notes.length > 0 && (
        <Group mb="sm" align="end" data-screen-only>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <NativeSelect
            aria-label={t('topic')}
            data={[{ value: '', label: t('topicAll') }, ...topics()]}
            value={topic}
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
          {notes.some(({ withdrawnAt }) => withdrawnAt !== null) && (
            <Switch
              label={t('withdrawnShow')}
              checked={withdrawn !== ''}
              onChange={(event) => setWithdrawn(event.currentTarget.checked ? 'yes' : '')}
              mb={6}
            />
          )}
        </Group>
      )}
      {notes.length === 0 && (
        <EmptyState
          title={t('notesNone')}
          text={t('notesNoneText')}
          action={<Group justify="center">{actions}</Group>}
        />
      )}
      {notes.length > 0 && shown.length === 0 && <EmptyState title={t('notesNoMatch')} />}
      <Stack gap="sm">
        {shown.map((note) => (
          <NoteCard key={note.noteId} accountId={accountId} note={note} mayChange={mayChange} />
        ))}
      </Stack>
      {writing && <NoteForm accountId={accountId} onClose={() => setWriting(false)} />}
    </Section>
  );
}
