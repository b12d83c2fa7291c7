import { useState } from 'react';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from '../texts';
import type { Account } from './use-account';

/** Archive an account, or restore it. */
export function ArchiveActions({ account }: { account: Account }) {
  const { id, name, version, archivedAt } = account;
  const act = archivedAt === null ? 'archive' : 'restore';
  const may = useCanChange('portfolio.register');
  const archive = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/archive');
  const restore = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/restore');
  const [open, setOpen] = useState(false);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  if (!may) return null;
  const save = async (body: { reason: string }) => {
    await (act === 'archive' ? archive : restore).mutateAsync({ path: { accountId: id }, body, ifMatch: version });
    announce(t(`${act}.done`, { name }));
  };
  return (
    <>
      <Button variant={act === 'archive' ? 'default' : 'filled'} onClick={() => setOpen(true)}>
        {t(`${act}.open`)}
      </Button>
      {open && (
        <FormDrawer
          opened
          onClose={() => setOpen(false)}
          title={t(`${act}.title`, { name })}
          submitText={t(`${act}.open`)}
          effect={t(`${act}.effect`)}
          form={form}
          onSubmit={save}
        >
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
    </>
  );
}
