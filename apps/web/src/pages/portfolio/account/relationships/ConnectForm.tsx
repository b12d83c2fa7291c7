import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, usePeople } from '~/ui';
import { PairFields, pairValues } from './PairFields';
import { t } from './texts';
import { type MappedContact, nameOf } from './use-relationships';

interface ConnectFormProps {
  accountId: string;
  contacts: readonly MappedContact[];
  onClose: () => void;
}

/** Somebody of ours knows somebody there. */
export function ConnectForm({ accountId, contacts, onClose }: ConnectFormProps) {
  const set = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/contacts/{contactId}/relationships/{personId}');
  const people = usePeople();
  const form = useForm({
    initialValues: { contactId: '', personId: '', ...pairValues() },
    validate: {
      contactId: (contactId) => (contactId ? null : t('contactMissing')),
      personId: (personId) => (personId ? null : t('personMissing')),
    },
  });
  const { contactId } = form.values;
  const contact = contacts.find(({ id }) => id === contactId);
  // Who knows the person already is changed at the line.
  const knows = new Set(contact?.relationships.map(({ personId }) => personId));
  const ours = [...people].filter(([id]) => !knows.has(id)).map(([value, label]) => ({ value, label }));
  const save = async ({ contactId: _, personId, ownerId, ...body }: typeof form.values) => {
    await set.mutateAsync({ path: { accountId, contactId, personId }, body: { ...body, ownerId: ownerId || null } });
    announce(t('connectDone', { person: people.get(personId) ?? '', contact: contact ? nameOf(contact) : '' }));
  };
  const choose = { value: '', label: t('choose') };
  return (
    <FormDrawer opened onClose={onClose} title={t('connect')} form={form} onSubmit={save}>
      <NativeSelect
        label={t('contact')}
        required
        data-autofocus
        data={[choose, ...contacts.map((one) => ({ value: one.id, label: nameOf(one) }))]}
        {...form.getInputProps('contactId')}
      />
      <NativeSelect label={t('person')} required data={[choose, ...ours]} {...form.getInputProps('personId')} />
      <PairFields form={form} />
    </FormDrawer>
  );
}
