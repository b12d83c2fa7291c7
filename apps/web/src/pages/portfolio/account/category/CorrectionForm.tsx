import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, categoryText, FormDrawer, ReasonField, reasonRule, useCategories } from '~/ui';
import { t } from '../../texts';
import type { Decision } from '../use-account';

interface CorrectionFormProps {
  accountId: string;
  decision: Decision;
  onClose: () => void;
}

/** Mends what had been recorded wrongly; the first record stays in the history. */
export function CorrectionForm({ accountId, decision, onClose }: CorrectionFormProps) {
  const correct = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/category-decisions/{decision}/correction');
  const says = decision.correction?.to ?? { category: decision.to, effectiveOn: decision.effectiveOn };
  const form = useForm({
    initialValues: { category: says.category, effectiveOn: says.effectiveOn, never: false, reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async ({ category, effectiveOn, never, reason }: typeof form.values) => {
    const path = { accountId, decision: String(decision.id) };
    await correct.mutateAsync({ path, body: { to: never ? null : { category, effectiveOn }, reason } });
    announce(t('correct.done'));
  };
  const { order } = useCategories();
  const { never } = form.getValues();
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('correct.title')}
      form={form}
      onSubmit={save}
      effect={t('correct.effect')}
    >
      <Checkbox label={t('correct.never')} {...form.getInputProps('never', { type: 'checkbox' })} />
      <NativeSelect
        label={t('account.category')}
        disabled={never}
        data={order.map((value) => ({ value, label: categoryText(value) }))}
        {...form.getInputProps('category')}
      />
      <TextInput
        type="date"
        label={t('category.effectiveOn')}
        disabled={never}
        {...form.getInputProps('effectiveOn')}
      />
      <ReasonField description={t('correct.reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
