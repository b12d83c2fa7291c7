import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';

type Enterprise = ReadAnswer<'/api/t/{tenant}/enterprise'>;

export const approvalDirections = ['select', 'up', 'down', 'de-select'] as const;
const people = ['one', 'two'] as const;

/** How many people a change of category takes, by direction. */
export function ApprovalForm({ enterprise, onClose }: { enterprise: Enterprise; onClose: () => void }) {
  const set = useCommand('put', '/api/t/{tenant}/enterprise/approval-rule');
  const form = useForm({
    initialValues: { ...enterprise.approval, reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async (body: typeof form.values) => {
    await set.mutateAsync({ body, ifMatch: enterprise.version });
    announce(t('approval.changed'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('approval.title')} form={form} onSubmit={save}>
      {approvalDirections.map((direction) => (
        <NativeSelect
          key={direction}
          label={t(`approval.${direction}`)}
          data={people.map((value) => ({ value, label: t(`approval.${value}`) }))}
          {...form.getInputProps(direction)}
        />
      ))}
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
