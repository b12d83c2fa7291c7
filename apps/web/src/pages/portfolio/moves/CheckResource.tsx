import { NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { announce, FormDrawer } from '~/ui';
import { amountText } from '../account/category/ResourceList';
import type { Resource } from './ResourcesTab';
import { t } from './texts';

/** Holds what was named against what moved. */
export function CheckResource({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const check = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/resources/{promise}');
  const { currency } = useTenantMe().tenant;
  const { accountId, id: promise, kind, amount, moved, note } = resource;
  const form = useForm({
    initialValues: { moved: moved ?? amount, note: note ?? '' },
    validate: {
      note: (text, { moved }) => (moved < amount && !text.trim() ? t('noteHelp') : null),
    },
  });
  const save = async (body: typeof form.values) => {
    await check.mutateAsync({ path: { accountId, promise }, body });
    announce(t('saved'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('checkTitle', { amount: amountText(kind, amount, currency) })}
      form={form}
      onSubmit={save}
    >
      <NumberInput label={t('amount')} min={0} required {...form.getInputProps('moved')} />
      <Textarea label={t('note')} description={t('noteHelp')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormDrawer>
  );
}
