import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { localDay } from '~/app/local-moment';
import { t } from '../texts';
import type { Plan } from '../types';

/** The plan was gone through and still holds. */
export function ReviewPlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const review = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/plan/reviews');
  const form = useForm({
    initialValues: { reviewedOn: localDay(), note: '' },
    validate: { reviewedOn: (reviewedOn) => (reviewedOn ? null : t('rule.date')) },
  });
  const save = async (body: { reviewedOn: string; note: string }) => {
    await review.mutateAsync({ path: { accountId: plan.accountId }, body, ifMatch: plan.version });
    announce(t('review.done'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('review.title')}
      form={form}
      onSubmit={save}
      effect={t('review.effect', { days: plan.reviewDays })}
    >
      <TextInput
        type="date"
        label={t('review.on')}
        max={localDay()}
        required
        data-autofocus
        {...form.getInputProps('reviewedOn')}
      />
      <Textarea
        label={t('review.note')}
        description={t('review.noteHelp')}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}
