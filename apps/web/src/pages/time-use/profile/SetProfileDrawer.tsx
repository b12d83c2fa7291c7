import { Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { number } from '~/i18n/format';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { midPoint } from '../deviation';
import { t } from '../texts';
import type { Activity } from '../words';
import classes from './profile.module.css';
import type { Version } from './ProfilePage';

interface SetProfileDrawerProps {
  present: Version;
  /** Of the record. */
  version: number;
  activities: readonly Activity[];
  onClose: () => void;
}

/** Other shares for the same twelve activities, from a day on. */
export function SetProfileDrawer({ present, version, activities, onClose }: SetProfileDrawerProps) {
  const set = useCommand('put', '/api/t/{tenant}/time-use/profile');
  const form = useForm({
    initialValues: { shares: present.shares, effectiveFrom: '', reason: '' },
    validate: { effectiveFrom: (day) => (day ? null : t('profile.dateMissing')), reason: reasonRule },
  });
  const sum = Object.values(form.values.shares).reduce((total, range) => total + midPoint(range), 0);
  const save = async (body: typeof form.values) => {
    await set.mutateAsync({ body, ifMatch: version });
    announce(t('profile.saved'));
  };
  const change = (id: string, end: 'from' | 'to', value: number | string) => {
    if (typeof value !== 'number') return;
    const range = form.values.shares[id as keyof Version['shares']];
    // A single share moves as one; a range is opened by moving its end.
    const single = range.from === range.to && end === 'from';
    const next = single ? { from: value, to: value } : { ...range, [end]: value };
    form.setFieldValue('shares', { ...form.values.shares, [id]: next });
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('profile.set')} form={form} onSubmit={save}>
      {activities.map(({ id, label }) => {
        const range = form.values.shares[id as keyof Version['shares']];
        return (
          <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
            <Text>{label}</Text>
            <Group gap="xs" wrap="nowrap">
              {(['from', 'to'] as const).map((end) => (
                <NumberInput
                  key={end}
                  className={classes['share']}
                  aria-label={t(end === 'from' ? 'profile.fromOf' : 'profile.toOf', { activity: label })}
                  value={range[end]}
                  min={0}
                  max={100}
                  allowDecimal={false}
                  hideControls
                  suffix=" %"
                  onChange={(value) => change(id, end, value)}
                />
              ))}
            </Group>
          </Group>
        );
      })}
      <Text fw={600} c={sum === 100 ? undefined : 'red'} role="status">
        {t('profile.sum', { sum: number(sum) })}
      </Text>
      <TextInput
        type="date"
        label={t('profile.effectiveFrom')}
        description={t('profile.effectiveFromHelp')}
        required
        {...form.getInputProps('effectiveFrom')}
      />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
