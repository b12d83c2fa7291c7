import { NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';

type Enterprise = ReadAnswer<'/api/t/{tenant}/enterprise'>;

export const parts = ['plan', 'contact', 'level', 'alignment', 'growth', 'readiness'] as const;

/** How much each part of the health counts, for the whole enterprise. */
export function WeightsForm({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const set = useCommand('put', '/api/t/{tenant}/enterprise/health-weights');
  const form = useForm({
    initialValues: { ...enterprise.healthWeights, reason: '' },
    validate: {
      ...Object.fromEntries(
        parts.map((part) => [
          part,
          (value: unknown) =>
            Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10 ? null : t('weights.rule'),
        ]),
      ),
      reason: reasonRule,
    },
  });
  const save = async (body: typeof form.values) => {
    await set.mutateAsync({ body, ifMatch: enterprise.version });
    announce(t('weights.changed'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('weights.title')} form={form} onSubmit={save}>
      <Text size="sm">{t('weights.help')}</Text>
      {parts.map((part) => (
        <NumberInput
          key={part}
          label={t(`part.${part}`)}
          min={0}
          max={10}
          allowDecimal={false}
          {...form.getInputProps(part)}
        />
      ))}
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
