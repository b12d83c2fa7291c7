import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { number } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState, ErrorState, PersonName } from '~/ui';
import { useMayChangeAccount } from '../../account-access';
import type { Account } from '../use-account';
import { ContactDrawer } from './ContactDrawer';
import { ContactForm } from './ContactForm';
import { t } from './texts';

export type Contact = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/contacts'>['items'][number];

const columns: Column<Contact>[] = [
  { id: 'name', header: t('name'), value: shownName },
  { id: 'level', header: t('level'), value: ({ level }) => t(`level.${level}`) },
  { id: 'jobTitle', header: t('jobTitle'), value: ({ jobTitle }) => jobTitle },
  { id: 'function', header: t('function'), value: (contact) => contact.function, hideOnPhone: true },
  {
    id: 'knownBy',
    header: t('knownBy'),
    value: ({ knownBy }) => knownBy.length,
    cell: ({ knownBy }) => <People ids={knownBy} />,
  },
  {
    id: 'lastContactOn',
    header: t('lastContact'),
    value: ({ lastContactOn }) => lastContactOn,
    cell: ({ lastContactOn }) => (lastContactOn ? <Day on={lastContactOn} /> : t('never')),
  },
  { id: 'state', header: t('state'), value: stateOf },
];

/** Whom do we know there, how high, and who of ours knows them? */
export function ContactsTab({ account }: { account: Account }) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/contacts', {
    path: { accountId: account.id },
  });
  const mayChange = useMayChangeAccount('portfolio.know', account.leadId);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = mayChange && <Button onClick={() => setAdding(true)}>{t('add')}</Button>;
  const contact = data?.items.find(({ id }) => id === opened);
  return (
    <Stack>
      {data && data.items.length > 0 && (
        <Group justify="space-between">
          <Text maw="72ch">{sentence(data.items)}</Text>
          {add}
        </Group>
      )}
      <DataTable
        caption={t('tab')}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpened(id)}
        empty={<EmptyState title={t('none')} text={t('noneText')} action={add} />}
      />
      {adding && <ContactForm accountId={account.id} onClose={() => setAdding(false)} />}
      {contact && <ContactDrawer contact={contact} mayChange={mayChange} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
}

function People({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <>{t('nobody')}</>;
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <PersonName id={id} />
    </span>
  ));
}

/** The answer first: breadth, height, and what hangs on one person. */
function sentence(contacts: readonly Contact[]): string {
  const present = contacts.filter(({ leftOn, erased }) => !leftOn && !erased);
  const board = present.filter(({ level }) => level === 'board').length;
  const ours = new Set(present.flatMap(({ knownBy }) => knownBy)).size;
  const known = t('sentence.known', { n: present.length });
  const height = board > 0 ? t('sentence.board', { n: board }) : t('sentence.noBoard');
  return ours === 1
    ? `${known} ${height} ${t('sentence.single')}`
    : `${known} ${height} ${t('sentence.ours', { ours: number(ours) })}`;
}

export function shownName({ name }: Contact): string {
  return name ?? t('erased');
}

function stateOf({ erased, leftOn }: Contact): string {
  if (erased) return t('erased');
  return leftOn ? t('left') : t('present');
}
