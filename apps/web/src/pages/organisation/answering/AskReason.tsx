import { type KeyboardEvent, useState } from 'react';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { t } from '../texts';

/** Asks why an answer changes. Ctrl-Enter saves, Escape leaves it as it was. */
export function AskReason({ onSave, onDiscard }: { onSave: (reason: string) => void; onDiscard: () => void }) {
  const [reason, setReason] = useState('');
  const save = () => reason.trim() && onSave(reason.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDiscard();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t('do.reason')}
        description={t('do.reasonHelp')}
        required
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={save} disabled={!reason.trim()}>
          {t('do.reasonSave')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDiscard}>
          {t('do.discard')}
        </Button>
      </Group>
    </Stack>
  );
}
