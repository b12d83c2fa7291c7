import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { Member } from './AccessTab';
import { t } from './texts';

export function RemovalForm({ member: { id, name, state }, onClose }: { member: Member; onClose: () => void }) {
  const remove = useCommand('post', '/api/t/{tenant}/members/{personId}/removal');
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const invited = state === 'invited';
  const send = async (body: typeof form.values) => {
    await remove.mutateAsync({ path: { personId: id }, body });
    announce(t('removed', { name }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t(invited ? 'remove.withdraw' : 'remove.title', { name })}
      form={form}
      onSubmit={send}
      submitText={t('remove')}
      effect={t(invited ? 'remove.withdrawText' : 'remove.text')}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
