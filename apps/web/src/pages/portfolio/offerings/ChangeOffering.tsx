import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { Offering } from './OfferingsPage';
import { t } from './texts';

/** Rename an offering, withdraw it, or sell it again. */
export function ChangeOffering({ offering, onClose }: { offering: Offering; onClose: () => void }) {
  const change = useCommand('patch', '/api/t/{tenant}/offerings/{offeringId}');
  const form = useForm({
    initialValues: { name: offering.name, offered: offering.offered, reason: '' },
    validate: { name: (name) => (name.trim() ? null : t('form.nameMissing')), reason: reasonRule },
  });
  const save = async (body: typeof form.values) => {
    await change.mutateAsync({ path: { offeringId: offering.id }, body });
    announce(t('changed', { name: body.name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('form.title', { code: offering.code })} form={form} onSubmit={save}>
      <TextInput label={t('form.name')} required data-autofocus {...form.getInputProps('name')} />
      <Switch
        label={t('form.sold')}
        description={t('form.soldHelp')}
        {...form.getInputProps('offered', { type: 'checkbox' })}
      />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
