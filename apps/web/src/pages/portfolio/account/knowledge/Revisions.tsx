import { useState } from 'react';
import { Button, Collapse, Stack, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useDownload } from '~/api/use-download';
import { day } from '~/i18n/format';
import { PersonName } from '~/ui';
import { t } from './texts';
import type { Note } from './use-knowledge';

/** How the note read before, the latest first. */
export function Revisions({ note }: { note: Note }) {
  const [open, setOpen] = useState(false);
  return (
    <div data-screen-only>
      <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('revisions')}
      </Button>
      <Collapse expanded={open}>{open && <Earlier note={note} />}</Collapse>
    </div>
  );
}

function Earlier({ note: { accountId, noteId, revision: present } }: { note: Note }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/notes/{noteId}/revisions', {
    path: { accountId, noteId },
  });
  const download = useDownload();
  return (
    <Stack gap="sm" mt="xs">
      {data?.items
        .filter(({ revision }) => revision < present)
        .map(({ revision, writtenAt, writtenBy, title, text, document, reason }) => (
          <div key={revision}>
            <Text size="sm" c="dimmed">
              {t('revisionOf', { revision, day: day(writtenAt.slice(0, 10)) })}, <PersonName id={writtenBy} />
              {reason && `: ${reason}`}
            </Text>
            <Text size="sm" fw={500}>
              {title}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
            {document && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  download.mutate({
                    path: `accounts/${accountId}/notes/${noteId}/revisions/${revision}/document`,
                    fileName: document.name,
                  })
                }
              >
                {t('download', { name: document.name })}
              </Button>
            )}
          </div>
        ))}
    </Stack>
  );
}
