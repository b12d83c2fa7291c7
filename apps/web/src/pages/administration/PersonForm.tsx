import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { roleText } from '~/app/roles';
import { useDivisionNames } from '~/app/use-divisions';
import { announce, FormDrawer, usePeople } from '~/ui';
import type { Person } from './PeopleTab';
import { type Role, roles } from './role-list';
import { t } from './texts';

/** Makes a person of the identity provider known here, or changes what is known. */
export function PersonForm({ person, onClose }: { person?: Person; onClose: () => void }) {
  const add = useCommand('post', '/api/t/{tenant}/people');
  const change = useCommand('patch', '/api/t/{tenant}/people/{personId}');
  const people = usePeople();
  const divisions = useDivisionNames();
  const form = useForm({
    initialValues: {
      personId: person?.id ?? '',
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? ('key-account-manager' as Role),
      lineManagerId: person?.lineManagerId ?? '',
      divisionId: person?.divisionId ?? '',
    },
    validate: {
      personId: (personId) => (personId.trim() ? null : t('person.idMissing')),
      name: (name) => (name.trim() ? null : t('person.nameMissing')),
      email: (email) => (email.trim() ? null : t('person.emailMissing')),
    },
  });
  const save = async ({ personId, lineManagerId, divisionId, ...known }: typeof form.values) => {
    if (person) {
      const place = { lineManagerId: lineManagerId || null, divisionId: divisionId || null };
      await change.mutateAsync({
        path: { personId: person.id },
        body: { ...known, ...place },
        ifMatch: person.version,
      });
      return announce(t('person.changed'));
    }
    const place = { lineManagerId: lineManagerId || undefined, divisionId: divisionId || undefined };
    await add.mutateAsync({ body: { personId: personId.trim(), ...known, ...place } });
    announce(t('person.added'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={person ? t('person.change', { name: person.name ?? t('person.erased') }) : t('person.add')}
      form={form}
      onSubmit={save}
    >
      <TextInput label={t('person.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('person.email')} type="email" required {...form.getInputProps('email')} />
      <NativeSelect
        label={t('person.role')}
        description={t('person.roleHelp')}
        data={roles.map((value) => ({ value, label: roleText(value) }))}
        {...form.getInputProps('role')}
      />
      <NativeSelect
        label={t('person.lineManager')}
        description={t('person.lineManagerHelp')}
        data={[
          { value: '', label: t('person.nobody') },
          ...[...people].filter(([id]) => id !== person?.id).map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('lineManagerId')}
      />
      <NativeSelect
        label={t('person.division')}
        data={[
          { value: '', label: t('person.noDivision') },
          ...[...divisions].map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('divisionId')}
      />
      {!person && (
        <TextInput
          label={t('person.id')}
          description={t('person.idHelp')}
          required
          {...form.getInputProps('personId')}
        />
      )}
    </FormDrawer>
  );
}
