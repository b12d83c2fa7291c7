import { Radio, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule, usePeople } from '~/ui';
import type { ExitPoint } from './Exits';
import { t } from './texts';

const path = '/api/t/{tenant}/accounts/{accountId}/exits/{exit}/points/{point}';
const states = ['done', 'not-relevant', 'open'] as const;

interface PointProps {
  accountId: string;
  exit: number;
  point: ExitPoint;
  onClose: () => void;
}

export function SettlePoint({ accountId, exit, point, onClose }: PointProps) {
  const settle = useCommand('put', `${path}/state`);
  const form = useForm({
    initialValues: { state: (point.state === 'open' ? 'done' : point.state) as ExitPoint['state'], note: point.note },
    validate: {
      note: (note, { state }) => (state !== 'done' && !note.trim() ? t('exit.noteMissing') : null),
    },
  });
  const save = async (body: typeof form.values) => {
    await settle.mutateAsync({ path: { accountId, exit: String(exit), point: point.id }, body });
    announce(t('exit.saved'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('exit.settleTitle', { point: point.text })}
      form={form}
      onSubmit={save}
    >
      <Radio.Group label={t('exit.state')} {...form.getInputProps('state')}>
        <Stack gap="xs" mt="xs">
          {states.map((state) => (
            <Radio key={state} value={state} label={t(`exit.state.${state}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('exit.note')}
        description={t('exit.noteHelp')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

export function AssignPoint({ accountId, exit, point, onClose }: PointProps) {
  const assign = useCommand('put', `${path}/owner`);
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  const form = useForm({
    initialValues: { ownerId: point.ownerId, dueOn: point.dueOn, reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async (body: typeof form.values) => {
    await assign.mutateAsync({ path: { accountId, exit: String(exit), point: point.id }, body });
    announce(t('exit.saved'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('exit.assignTitle', { point: point.text })}
      form={form}
      onSubmit={save}
    >
      <Select label={t('exit.owner')} data={people} searchable clearable {...form.getInputProps('ownerId')} />
      <TextInput type="date" label={t('exit.dueOn')} required {...form.getInputProps('dueOn')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
