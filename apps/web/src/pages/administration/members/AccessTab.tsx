import { useState } from 'react';
import { Button, Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useListDownload } from '~/api/use-download';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useAsAt } from '~/app/as-at';
import { roleText } from '~/app/roles';
import { useCanChange } from '~/app/tenant';
import { type Column, DataTable, EmptyState, ErrorState, ListToolbar } from '~/ui';
import { roles } from '../role-list';
import { InviteForm } from './InviteForm';
import { MemberDrawer } from './MemberDrawer';
import { t } from './texts';

export type Member = ReadAnswer<'/api/t/{tenant}/members'>['items'][number];

const states = ['active', 'invited'] as const;

const columns: Column<Member>[] = [
  { id: 'name', header: t('name'), value: ({ name }) => name },
  { id: 'roles', header: t('roles'), value: (one) => one.roles.map(roleText).join(', ') || t('noRole') },
  { id: 'state', header: t('state'), value: ({ state }) => t(`state.${state}`) },
  { id: 'email', header: t('email'), value: ({ email }) => email },
];

/** Who may sign in, and as what? */
export function AccessTab() {
  const [q] = useAddressState('q');
  const [askedRole] = useAddressState('role');
  const [askedState] = useAddressState('state');
  const asAt = useAsAt();
  const filter = {
    q: q || undefined,
    role: roles.find((role) => role === askedRole),
    state: states.find((state) => state === askedState),
  };
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/members',
    { query: { ...filter, limit: 1_000 } },
    { keepPrevious: true },
  );
  const downloads = useListDownload('members/export', 'members', filter);
  const mayChange = useCanChange('people.access');
  const [open, setOpen] = useState<{ member?: Member }>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const filtered = Object.values(filter).some(Boolean);
  const invite = mayChange && <Button onClick={() => setOpen({})}>{t('invite')}</Button>;
  const none = asAt ? { title: t('noneThen'), text: t('noneThenText') } : { title: t('none'), text: t('noneText') };
  const close = () => setOpen(undefined);
  return (
    <Stack>
      <ListToolbar
        search={t('search')}
        filters={[
          { param: 'role', label: t('roles'), options: roles.map((value) => ({ value, label: roleText(value) })) },
          {
            param: 'state',
            label: t('state'),
            options: states.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        count={data && t('count', { n: data.total })}
        {...downloads}
      >
        {(filtered || data?.total !== 0) && invite}
      </ListToolbar>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        defaultSort="name"
        onOpen={(member) => setOpen({ member })}
        empty={filtered ? <EmptyState title={t('notFound')} /> : <EmptyState {...none} action={invite} />}
      />
      {open?.member && <MemberDrawer member={open.member} mayChange={mayChange} onClose={close} />}
      {open && !open.member && <InviteForm onClose={close} />}
    </Stack>
  );
}
