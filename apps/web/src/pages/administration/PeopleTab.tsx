import { useMemo, useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { matches } from '~/app/quick-find/search';
import { rolesText } from '~/app/roles';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar, saveCsv } from '~/ui';
import { PersonForm } from './PersonForm';
import { t } from './texts';

type Person = ReadAnswer<'/api/t/{tenant}/people'>['items'][number];

export function PeopleTab() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/people');
  const divisions = useRead('/api/t/{tenant}/divisions').data?.items;
  const mayChange = useCanChange('people.manage');
  const [text] = useAddressState('q');
  const [adding, setAdding] = useState(false);
  const columns = useMemo(() => columnsFor(divisions ?? []), [divisions]);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const shown = data?.items.filter(({ name, email }) => matches(`${name} ${email ?? ''}`, text));
  const add = mayChange && <Button onClick={() => setAdding(true)}>{t('person.add')}</Button>;
  return (
    <Stack>
      <ListToolbar
        search={t('person.search')}
        count={shown && t('person.count', { n: shown.length })}
        onCsv={shown && (() => saveCsv('people.csv', columns, shown))}
      >
        {add}
      </ListToolbar>
      <DataTable
        caption={t('people')}
        columns={columns}
        rows={shown}
        rowKey={({ personId }) => personId}
        defaultSort="name"
        empty={
          text === '' ? <EmptyState title={t('person.none')} text={t('person.noneText')} action={add} /> : undefined
        }
      />
      {adding && <PersonForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function columnsFor(divisions: readonly { id: string; name: string }[]): Column<Person>[] {
  const names = new Map(divisions.map(({ id, name }) => [id, name]));
  return [
    { id: 'name', header: t('person.name'), value: ({ name }) => name },
    { id: 'roles', header: t('person.role'), value: ({ roles }) => rolesText(roles) },
    {
      id: 'divisions',
      header: t('person.divisions'),
      value: ({ divisionIds }) => divisionIds.map((id) => names.get(id) ?? id).join(', ') || t('person.allDivisions'),
    },
    { id: 'email', header: t('person.email'), value: ({ email }) => email },
  ];
}
