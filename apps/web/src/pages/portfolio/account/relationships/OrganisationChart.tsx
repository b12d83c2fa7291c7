import { useState } from 'react';
import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField } from '~/ui';
import classes from './relationships.module.css';
import { t as contactTexts } from '../contacts/texts';
import { t } from './texts';
import { type MappedContact, nameOf } from './use-relationships';

interface OrganisationChartProps {
  accountId: string;
  mayChange: boolean;
  contacts: readonly MappedContact[];
}

/** Who reports to whom there; a list in a list reads the same to eye, keyboard and screen reader. */
export function OrganisationChart({ accountId, mayChange, contacts }: OrganisationChartProps) {
  const [opened, setOpened] = useState<MappedContact>();
  return (
    <section>
      <Title order={2} size="h4">
        {t('chart')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('chartSentence')}
      </Text>
      <Branch contacts={contacts} superior={null} onOpen={mayChange ? setOpened : undefined} />
      {opened && <ReportsToForm {...{ accountId, contacts }} contact={opened} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

interface BranchProps {
  contacts: readonly MappedContact[];
  superior: string | null;
  onOpen?: (contact: MappedContact) => void;
}

function Branch({ contacts, superior, onOpen }: BranchProps) {
  const below = contacts.filter(({ reportsTo }) => reportsTo === superior);
  if (below.length === 0) return null;
  return (
    <ul className={superior === null ? classes['tree'] : undefined}>
      {below.map((contact) => (
        <li key={contact.id}>
          <Text span fw={500}>
            {nameOf(contact)}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {describe(contact)}
          </Text>{' '}
          {onOpen && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('reportsToOf', { name: nameOf(contact) })}
              onClick={() => onOpen(contact)}
              data-screen-only
            >
              {t('reportsTo')}
            </Button>
          )}
          <Branch contacts={contacts} superior={contact.id} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function describe({ jobTitle, level, influence, relationships }: MappedContact): string {
  const said = influence && t(`influence.${influence}`);
  const unknown = relationships.length === 0 && t('knownByNobody');
  return [jobTitle, t(`level.${level}`), said, unknown].filter(Boolean).join(' · ');
}

interface ReportsToFormProps {
  accountId: string;
  contacts: readonly MappedContact[];
  contact: MappedContact;
  onClose: () => void;
}

function ReportsToForm({ accountId, contacts, contact, onClose }: ReportsToFormProps) {
  const set = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/contacts/{contactId}/reporting-line');
  const name = nameOf(contact);
  const form = useForm({ initialValues: { reportsTo: contact.reportsTo ?? '', reason: '' } });
  const save = async ({ reportsTo, reason }: typeof form.values) => {
    const ids = { accountId, contactId: contact.id };
    await set.mutateAsync({ path: ids, body: { reportsTo: reportsTo || null, reason } });
    announce(t('reportsToDone', { name }));
  };
  const others = contacts.filter(({ id }) => id !== contact.id);
  return (
    <FormDrawer opened onClose={onClose} title={t('reportsToTitle', { name })} form={form} onSubmit={save}>
      <NativeSelect
        label={t('reportsTo')}
        data-autofocus
        data={[
          { value: '', label: t('reportsToNobody') },
          ...others.map((other) => ({ value: other.id, label: nameOf(other) })),
        ]}
        {...form.getInputProps('reportsTo')}
      />
      <ReasonField
        required={contact.reportsTo !== null}
        description={contactTexts('reasonHelp')}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}
