import { Button } from '@mantine/core';
import { t } from '~/i18n';
import { longMoment } from '~/i18n/format';
import { useAsAt, useGoAsAt } from '../as-at';
import { useHotkey } from '../hotkey';
import classes from './AsAtBanner.module.css';

/** Says plainly that the page shows the past. N or Esc goes back to now. */
export function AsAtBanner() {
  const asAt = useAsAt();
  const go = useGoAsAt();
  useHotkey(['n', 'escape'], () => go(undefined), asAt !== undefined);
  return (
    <div role="status">
      {asAt && (
        <div className={classes['banner']}>
          <span>{t('asAt.banner', { moment: longMoment(asAt) })}</span>
          <Button
            size="compact-sm"
            variant="white"
            color="dark"
            onClick={() => go(undefined)}
            rightSection={<kbd className={classes['key']}>N</kbd>}
            data-screen-only
          >
            {t('asAt.back')}
          </Button>
        </div>
      )}
    </div>
  );
}
