import { useState } from 'react';
import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import { day } from '~/i18n/format';
import { announce, FormDrawer, PersonName, ReasonField, reasonRule } from '~/ui';
import type { Account } from '../account/use-account';
import { t } from './texts';

/** Where the account went, when, by whom and why. */
export function MergedInto({ account }: { account: Account }) {
  const { mergedInto, archivedAt, archivedBy, archivedBecause } = account;
  if (!mergedInto) return null;
  return (
    <>
      {t('merged.into', {
        ...mergedInto,
        day: day(archivedAt!.slice(0, 10)),
        reason: (archivedBecause ?? '').replace(/\.$/, ''),
      })}{' '}
      <PersonName id={archivedBy!} />{' '}
      <TenantLink to={`portfolio/${mergedInto.id}`}>{t('merged.open', { name: mergedInto.name })}</TenantLink>
      {account.mergeState !== 'merged' && ` ${t('merged.under')}`}
    </>
  );
}

/** The accounts that were merged into this one. */
export function AbsorbedAccounts({ account: { absorbed } }: { account: Account }) {
  if (absorbed.length === 0) return null;
  return (
    <Alert mb="md">
      {t('merged.absorbed')}{' '}
      {absorbed.map(({ id, code, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <TenantLink to={`portfolio/${id}`}>
            {name} ({code})
          </TenantLink>
        </span>
      ))}
    </Alert>
  );
}

export function UnmergeAction({ account: { id, name } }: { account: Account }) {
  const may = useCanChange('portfolio.register');
  const unmerge = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/unmerge');
  const [open, setOpen] = useState(false);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  if (!may) return null;
  const save = async (body: { reason: string }) => {
    await unmerge.mutateAsync({ path: { accountId: id }, body });
    announce(t('unmerge.done', { name }));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('unmerge.open')}</Button>
      {open && (
        <FormDrawer
          opened
          onClose={() => setOpen(false)}
          title={t('unmerge.title', { name })}
          submitText={t('unmerge.open')}
          effect={t('unmerge.effect')}
          form={form}
          onSubmit={save}
        >
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
    </>
  );
}
