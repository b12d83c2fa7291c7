import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { t } from './texts';

/** Something that the enterprise sells. */
export function OfferingForm({ onClose }: { onClose: () => void }) {
  const add = useCommand('post', '/api/t/{tenant}/offerings');
  const rule = (text: string) => (text.trim() ? null : t('offeringMissing'));
  const form = useForm({ initialValues: { code: '', name: '' }, validate: { code: rule, name: rule } });
  const save = async (body: typeof form.values) => {
    await add.mutateAsync({ body });
    announce(t('offeringAdded', { name: body.name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('addOffering')} form={form} onSubmit={save}>
      <TextInput label={t('offeringCode')} required data-autofocus {...form.getInputProps('code')} />
      <TextInput label={t('offeringName')} required {...form.getInputProps('name')} />
    </FormDrawer>
  );
}
