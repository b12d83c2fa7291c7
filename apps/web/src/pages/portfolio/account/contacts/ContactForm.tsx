import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, usePeople } from '~/ui';
import type { Contact } from './ContactsTab';
import { t } from './texts';

const levels = ['board', 'senior', 'middle', 'operational'] as const;
const influences = ['decides', 'influences', 'gatekeeper', 'uses'] as const;
const path = '/api/t/{tenant}/accounts/{accountId}/contacts';

interface ContactFormProps {
  accountId: string;
  /** Left out for a new one. */
  contact?: Contact;
  onClose: () => void;
}

export function ContactForm({ accountId, contact, onClose }: ContactFormProps) {
  const add = useCommand('post', path);
  const change = useCommand('patch', `${path}/{contactId}`);
  const people = [...usePeople()].map(([value, label]) => ({ value, label }));
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      jobTitle: contact?.jobTitle ?? '',
      level: contact?.level ?? ('middle' as Contact['level']),
      influence: contact?.influence ?? ('' as const),
      function: contact?.function ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
      knownBy: [...(contact?.knownBy ?? [])],
      purpose: contact?.purpose ?? t('purposeDefault'),
      keepUntil: contact?.keepUntil ?? '',
      reason: '',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      purpose: (purpose) => (purpose.trim() ? null : t('purposeMissing')),
    },
  });
  const save = async ({ reason, ...values }: typeof form.values) => {
    const { jobTitle, email, phone, keepUntil, influence, ...rest } = values;
    const body = {
      ...rest,
      influence: influence || null,
      jobTitle: jobTitle || null,
      email: email || null,
      phone: phone || null,
      keepUntil: keepUntil || null,
    };
    if (contact) {
      const ids = { accountId, contactId: contact.id };
      await change.mutateAsync({ path: ids, body: { ...body, reason }, ifMatch: contact.version });
      return announce(t('changed', { name: values.name }));
    }
    await add.mutateAsync({ path: { accountId }, body });
    announce(t('added', { name: values.name }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={contact ? t('changeTitle', { name: contact.name ?? t('erased') }) : t('add')}
      form={form}
      onSubmit={save}
    >
      <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('jobTitle')} {...form.getInputProps('jobTitle')} />
      <NativeSelect
        label={t('level')}
        data={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
        {...form.getInputProps('level')}
      />
      <NativeSelect
        label={t('influence')}
        description={t('influenceHelp')}
        data={[
          { value: '', label: t('influence.unsaid') },
          ...influences.map((value) => ({ value, label: t(`influence.${value}`) })),
        ]}
        {...form.getInputProps('influence')}
      />
      <TextInput label={t('function')} description={t('functionHelp')} {...form.getInputProps('function')} />
      <MultiSelect label={t('knownBy')} data={people} searchable hidePickedOptions {...form.getInputProps('knownBy')} />
      <TextInput label={t('email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('purpose')} description={t('purposeHelp')} required {...form.getInputProps('purpose')} />
      <TextInput label={t('keepUntil')} type="date" {...form.getInputProps('keepUntil')} />
      {contact && <ReasonField required={false} description={t('reasonHelp')} {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}
