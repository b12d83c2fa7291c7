import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { Role } from '../role-list';
import type { Member } from './AccessTab';
import { RoleChoices } from './RoleChoices';
import { t } from './texts';

export function RolesForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const set = useCommand('put', '/api/t/{tenant}/members/{personId}/roles');
  const form = useForm({
    initialValues: { roles: [...member.roles] as string[], reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async ({ roles, reason }: typeof form.values) => {
    await set.mutateAsync({ path: { personId: member.id }, body: { roles: roles as Role[], reason } });
    announce(t('changed'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('change', { name: member.name })} form={form} onSubmit={save}>
      <RoleChoices {...form.getInputProps('roles')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
