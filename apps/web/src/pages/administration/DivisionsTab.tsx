import { useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar, usePeople } from '~/ui';
import { DivisionForm } from './DivisionForm';
import { t } from './texts';

export type Division = ReadAnswer<'/api/t/{tenant}/divisions'>['items'][number];

export function DivisionsTab() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/divisions');
  const people = usePeople();
  const mayChange = useCanChange('enterprise.manage');
  const [form, setForm] = useState<{ division?: Division }>();
  const columns = useMemo<Column<Division>[]>(
    () => [
      { id: 'name', header: t('division.name'), value: ({ name }) => name },
      { id: 'code', header: t('division.code'), value: ({ code }) => code },
      { id: 'head', header: t('division.head'), value: ({ headId }) => (headId ? people.get(headId) : undefined) },
    ],
    [people],
  );
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = mayChange && <Button onClick={() => setForm({})}>{t('division.add')}</Button>;
  return (
    <Stack>
      {add && data && data.items.length > 0 && <ListToolbar>{add}</ListToolbar>}
      <DataTable
        caption={t('divisions')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        defaultSort="name"
        onOpen={mayChange ? (division) => setForm({ division }) : undefined}
        empty={<EmptyState title={t('division.none')} text={t('division.noneText')} action={add} />}
      />
      {form && <DivisionForm division={form.division} version={data?.version} onClose={() => setForm(undefined)} />}
    </Stack>
  );
}
