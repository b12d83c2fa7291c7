import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar } from '~/ui';
import { DivisionForm } from './DivisionForm';
import { t } from './texts';

export type Division = ReadAnswer<'/api/t/{tenant}/divisions'>['items'][number];

const columns: Column<Division>[] = [
  { id: 'name', header: t('division.name'), value: ({ name }) => name },
  { id: 'code', header: t('division.code'), value: ({ code }) => code },
];

export function DivisionsTab() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/divisions');
  const mayChange = useCanChange('enterprise.manage');
  const [form, setForm] = useState<{ division?: Division }>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = mayChange && <Button onClick={() => setForm({})}>{t('division.add')}</Button>;
  return (
    <Stack>
      <ListToolbar>{data?.items.length ? add : null}</ListToolbar>
      <DataTable
        caption={t('divisions')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        defaultSort="name"
        onOpen={mayChange ? (division) => setForm({ division }) : undefined}
        empty={<EmptyState title={t('division.none')} text={t('division.noneText')} action={add} />}
      />
      {form && <DivisionForm division={form.division} onClose={() => setForm(undefined)} />}
    </Stack>
  );
}
