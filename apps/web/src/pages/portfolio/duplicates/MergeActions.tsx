import { useState } from 'react';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useNavigateTenant } from '~/app/address';
import { useCanChange } from '~/app/tenant';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { Keeps, Preview } from './merge';
import { t } from './texts';

interface MergeActionsProps {
  preview: Preview;
  keep: Keeps;
  scores: 'survivor' | 'merged';
}

/** One customer: merge. Two: say so, and the pair is not suspected any more. */
export function MergeActions({ preview, keep, scores }: MergeActionsProps) {
  const { merged, survivor, moves, refusal } = preview;
  const may = useCanChange('portfolio.register');
  const [open, setOpen] = useState<'merge' | 'two'>();
  const merge = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/merge');
  const ruleOut = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/not-a-duplicate');
  const go = useNavigateTenant();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  if (!may) return null;
  const path = { accountId: merged.id };
  const close = () => setOpen(undefined);
  const mergeThem = async ({ reason }: { reason: string }) => {
    await merge.mutateAsync({ path, body: { into: survivor.id, keep, scores, reason } });
    announce(t('merge.done', { merged: merged.name, survivor: survivor.name }));
    go(`portfolio/${survivor.id}`);
  };
  const tellApart = async ({ reason }: { reason: string }) => {
    await ruleOut.mutateAsync({ path, body: { otherId: survivor.id, reason } });
    announce(t('two.done'));
    go('portfolio/duplicates');
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen('two')}>
        {t('two.confirm')}
      </Button>
      <Button onClick={() => setOpen('merge')} disabled={refusal !== null}>
        {t('merge.confirm')}
      </Button>
      {open === 'merge' && (
        <FormDrawer
          opened
          onClose={close}
          title={t('merge.confirmTitle', { merged: merged.name, survivor: survivor.name })}
          submitText={t('merge.open')}
          effect={t('merge.effect', { merged: merged.name, survivor: survivor.name, contacts: moves.contacts })}
          form={form}
          onSubmit={mergeThem}
        >
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
      {open === 'two' && (
        <FormDrawer
          opened
          onClose={close}
          title={t('two.title', { one: merged.name, other: survivor.name })}
          submitText={t('two.confirm')}
          effect={t('two.effect')}
          form={form}
          onSubmit={tellApart}
        >
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
    </>
  );
}
