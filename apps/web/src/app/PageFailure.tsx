import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { ApiProblem } from '~/api/problem';
import { t } from '~/i18n';
import { EmptyState } from '~/ui/EmptyState';
import { ErrorState } from '~/ui/ErrorState';

/** In place of a page that broke, or whose code did not load. */
export function PageFailure() {
  const error = useRouteError();
  const reload = () => window.location.reload();
  if (error instanceof ApiProblem) return <ErrorState problem={error} onRetry={reload} />;
  return (
    <EmptyState
      title={t('error.page')}
      text={t('error.pageText')}
      action={<Button onClick={reload}>{t('error.reload')}</Button>}
    />
  );
}
