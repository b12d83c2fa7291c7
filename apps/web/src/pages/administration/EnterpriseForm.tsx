import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { t } from './texts';

interface EnterpriseFormProps {
  enterprise: ReadAnswer<'/api/t/{tenant}/enterprise'>;
  onClose: () => void;
}

export function EnterpriseForm({ enterprise, onClose }: EnterpriseFormProps) {
  const { name, currency, capacity, planReviewDays, version } = enterprise;
  const describe = useCommand('put', '/api/t/{tenant}/enterprise');
  const form = useForm({
    initialValues: { name, currency, capacity: capacity ?? ('' as number | ''), planReviewDays },
    validate: { name: (value) => (value.trim() ? null : t('enterprise.nameMissing')) },
  });
  const save = async (values: typeof form.values) => {
    await describe.mutateAsync({ body: { ...values, capacity: values.capacity || null }, ifMatch: version });
    announce(t('enterprise.changed'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('enterprise.changeTitle')} form={form} onSubmit={save}>
      <TextInput label={t('enterprise.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('enterprise.currency')}
        description={t('enterprise.currencyHelp')}
        required
        {...form.getInputProps('currency')}
      />
      <NumberInput
        label={t('enterprise.capacity')}
        description={t('enterprise.capacityHelp')}
        allowDecimal={false}
        min={1}
        {...form.getInputProps('capacity')}
      />
      <NumberInput
        label={t('enterprise.review')}
        description={t('enterprise.reviewHelp')}
        allowDecimal={false}
        min={1}
        required
        {...form.getInputProps('planReviewDays')}
      />
    </FormDrawer>
  );
}
