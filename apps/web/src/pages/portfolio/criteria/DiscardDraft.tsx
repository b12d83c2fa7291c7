import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { announce } from '~/ui';
import { t } from './texts';

/** Asks once before the draft goes. */
export function DiscardDraft({ version }: { version: number }) {
  const [asking, setAsking] = useState(false);
  const discard = useCommand('post', '/api/t/{tenant}/criteria-sets/draft/discarding');
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('draft.discard')}
      </Button>
    );
  }
  // The draft takes this button with it: what follows may not hang on it.
  const onDiscard = async () => {
    await discard.mutateAsync({ ifMatch: version });
    announce(t('draft.discarded'));
  };
  return (
    <Group gap="xs" role="alert">
      <Text size="sm">{t('draft.discardAsk')}</Text>
      <Button color="red" onClick={() => void onDiscard().catch(() => undefined)} loading={discard.isPending}>
        {t('draft.discard')}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('draft.keep')}
      </Button>
      {discard.error && <Text size="sm">{discard.error.title}</Text>}
    </Group>
  );
}
