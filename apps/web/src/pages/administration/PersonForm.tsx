import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { roleText } from '~/app/roles';
import { announce, FormDrawer } from '~/ui';
import { t } from './texts';

const roles = [
  'tenant-administrator',
  'programme-lead',
  'kam-unit-head',
  'key-account-manager',
  'kam-team-member',
  'division-head',
  'executive-sponsor',
  'assessor',
  'board-member',
];

interface Values extends Record<string, unknown> {
  name: string;
  email: string;
  role: string;
  divisionIds: string[];
}

export function PersonForm({ onClose }: { onClose: () => void }) {
  const divisions = useRead('/api/t/{tenant}/divisions').data?.items ?? [];
  const add = useCommand('post', '/api/t/{tenant}/people');
  const form = useForm<Values>({
    initialValues: { name: '', email: '', role: '', divisionIds: [] },
    validate: {
      name: (name) => (name.trim() ? null : t('person.nameMissing')),
      role: (role) => (role ? null : t('person.roleMissing')),
    },
  });
  const save = async ({ name, email, role, divisionIds }: Values) => {
    await add.mutateAsync({ body: { name, role, divisionIds, ...(email.trim() ? { email: email.trim() } : {}) } });
    announce(t('person.added'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('person.add')} form={form} onSubmit={save}>
      <TextInput label={t('person.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('person.email')} type="email" {...form.getInputProps('email')} />
      <NativeSelect
        label={t('person.role')}
        required
        data={[{ value: '', label: '' }, ...roles.map((role) => ({ value: role, label: roleText(role) }))]}
        {...form.getInputProps('role')}
      />
      <MultiSelect
        label={t('person.divisions')}
        description={t('person.divisionsHelp')}
        data={divisions.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('divisionIds')}
      />
    </FormDrawer>
  );
}
