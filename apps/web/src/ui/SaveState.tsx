import { Button, Text } from '@mantine/core';
import { t } from '~/i18n';
import { time } from '~/i18n/format';

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'failed'; readonly why: string };

/** How the autosave stands: quiet when it works, with a way on when it does not. */
export function SaveState({ saving, onRetry }: { saving: Saving; onRetry?: () => void }) {
  return (
    <Text size="sm" c="dimmed" component="span" role="status">
      {saving.state === 'saving' && t('save.saving')}
      {saving.state === 'saved' && t('save.saved', { time: time(saving.at) })}
      {saving.state === 'failed' && (
        <>
          <Text span inherit c="var(--tone-bad)" fw={600}>
            {t('save.failed')}: {saving.why}
          </Text>{' '}
          {onRetry && (
            <Button size="compact-xs" variant="default" onClick={onRetry}>
              {t('save.retry')}
            </Button>
          )}
        </>
      )}
    </Text>
  );
}
