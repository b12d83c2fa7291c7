import { useState } from 'react';
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { ErrorState, PageSkeleton } from '~/ui';
import { RowsTable } from './RowsTable';
import { t } from './texts';

const step = 100;

/** The accounts that the import touched, with what it made of them. */
export function DoneRows({ importId, ofFile }: { importId: string; ofFile: boolean }) {
  const title = t(ofFile ? 'rows.title' : 'rows.titleBulk');
  const [limit, setLimit] = useState(step);
  const path = '/api/t/{tenant}/accounts/imports/{importId}/rows';
  const { data, error, refetch } = useRead(path, { path: { importId }, query: { limit } }, { keepPrevious: true });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Paper withBorder>
        <RowsTable caption={title} rows={data.items} linked ofFile={ofFile} />
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
