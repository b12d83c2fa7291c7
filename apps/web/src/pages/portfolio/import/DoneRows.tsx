import { useState } from 'react';
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { ErrorState, PageSkeleton } from '~/ui';
import { RowsTable } from './RowsTable';
import { t } from './texts';

const step = 100;

/** The accounts that the import touched, with what it made of them. */
export function DoneRows({ importId }: { importId: string }) {
  const [limit, setLimit] = useState(step);
  const path = '/api/t/{tenant}/accounts/imports/{importId}/rows';
  const { data, error, refetch } = useRead(path, { path: { importId }, query: { limit } }, { keepPrevious: true });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Stack gap="sm" component="section" aria-label={t('rows.title')}>
      <Title order={2} size="h4">
        {t('rows.title')}
      </Title>
      <Paper withBorder>
        <RowsTable caption={t('rows.title')} rows={data.items} linked />
      </Paper>
      {data.next !== null && limit < 500 && (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + step)}>
            {t('rows.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
