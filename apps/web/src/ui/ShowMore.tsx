import { Button, Center } from '@mantine/core';
import { t } from '~/i18n';

interface ShowMoreProps {
  /** Of `usePages`: loads the next page; nothing is shown after the last. */
  more: (() => void) | undefined;
  loadingMore: boolean;
  /** What comes next, where it is not simply more of the list. */
  text?: string;
}

/** Below a list that comes page by page. */
export function ShowMore({ more, loadingMore, text = t('table.more') }: ShowMoreProps) {
  return (
    more && (
      <Center p="sm" data-screen-only>
        <Button variant="default" onClick={more} loading={loadingMore}>
          {text}
        </Button>
      </Center>
    )
  );
}
