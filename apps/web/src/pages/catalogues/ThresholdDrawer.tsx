import { NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { day } from '~/i18n/format';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';

interface ThresholdDrawerProps {
  settings: ReadAnswer<'/api/t/{tenant}/assessment-settings'>;
  onClose: () => void;
}

/** From which share of its maximum a period counts as reached, in this enterprise. */
export function ThresholdDrawer({ settings, onClose }: ThresholdDrawerProps) {
  const change = useCommand('put', '/api/t/{tenant}/assessment-settings');
  const form = useForm({
    initialValues: { threshold: settings.threshold, reason: '' },
    validate: {
      threshold: (n) => (Number.isInteger(n) && n >= 1 && n <= 100 ? null : t('threshold.rule')),
      reason: reasonRule,
    },
  });
  const save = async (body: typeof form.values) => {
    await change.mutateAsync({ body, ifMatch: settings.version || undefined });
    announce(t('threshold.done'));
  };
  const { threshold } = form.values;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('threshold.title')}
      form={form}
      onSubmit={save}
      effect={threshold !== settings.threshold && t('threshold.effect', { n: threshold })}
    >
      {settings.changed && (
        <Text size="sm" c="dimmed">
          {t('threshold.last', { day: day(settings.changed.at), reason: settings.changed.reason })}
        </Text>
      )}
      <NumberInput
        label={t('threshold.label')}
        description={t('threshold.help')}
        min={1}
        max={100}
        allowDecimal={false}
        suffix=" %"
        required
        data-autofocus
        {...form.getInputProps('threshold')}
      />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
