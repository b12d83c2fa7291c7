import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { roleText } from '~/app/roles';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar } from '~/ui';
import { PersonForm } from './PersonForm';
import { roles } from './role-list';
import { t } from './texts';

export type Person = ReadAnswer<'/api/t/{tenant}/people'>['items'][number];

const columns: Column<Person>[] = [
  { id: 'name', header: t('person.name'), value: ({ name }) => name ?? t('person.erased') },
  { id: 'role', header: t('person.role'), value: ({ role }) => roleText(role) },
  { id: 'email', header: t('person.email'), value: ({ email }) => email },
];

export function PeopleTab() {
  const [q] = useAddressState('q');
  const [asked] = useAddressState('role');
  const role = roles.find((one) => one === asked);
  const filter = { q: q || undefined, role };
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/people',
    { query: { ...filter, limit: 1_000 } },
    { keepPrevious: true },
  );
  const downloads = useListDownload('people/export', 'people', filter);
  const mayChange = useCanChange('people.manage');
  const [form, setForm] = useState<{ person?: Person }>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = mayChange && <Button onClick={() => setForm({})}>{t('person.add')}</Button>;
  const filtered = q !== '' || role !== undefined;
  return (
    <Stack>
      <ListToolbar
        search={t('person.search')}
        filters={[
          {
            param: 'role',
            label: t('person.role'),
            options: roles.map((value) => ({ value, label: roleText(value) })),
          },
        ]}
        count={data && t('person.count', { n: data.total })}
        {...downloads}
      >
        {(filtered || data?.total !== 0) && add}
      </ListToolbar>
      <DataTable
        caption={t('people')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        defaultSort="name"
        onOpen={mayChange ? (person) => setForm({ person }) : undefined}
        empty={
          <EmptyState
            title={filtered ? t('person.notFound') : t('person.none')}
            text={filtered ? undefined : t('person.noneText')}
            action={filtered ? undefined : add}
          />
        }
      />
      {form && <PersonForm person={form.person} onClose={() => setForm(undefined)} />}
    </Stack>
  );
}
