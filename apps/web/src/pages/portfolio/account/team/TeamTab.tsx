import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { day, number } from '~/i18n/format';
import { type Column, DataTable, EmptyState, ErrorState, PersonName, usePeople } from '~/ui';
import { useMayChangeAccount } from '../../account-access';
import type { Account } from '../use-account';
import { JoinForm } from './JoinForm';
import { MemberDrawer } from './MemberDrawer';
import { t } from './texts';

export type TeamMember = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/team'>['items'][number];

/** Core members, the leader among them, of a healthy team: organising for KAM, part B. */
const HEALTHY_CORE = 5;

/** Who of ours works for this customer? */
export function TeamTab({ account }: { account: Account }) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/team', {
    path: { accountId: account.id },
  });
  const people = usePeople();
  const ofAccount = useMayChangeAccount('portfolio.change', account.leadId);
  const mayForm = useCanChange('people.team') && ofAccount;
  const [joining, setJoining] = useState(false);
  const [opened, setOpened] = useState<string>();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const add = mayForm && <Button onClick={() => setJoining(true)}>{t('add')}</Button>;
  const member = data?.items.find((one) => keyOf(one) === opened);
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
        columns={columnsFor(people)}
        rows={data?.items}
        rowKey={keyOf}
        onOpen={mayForm ? (one) => setOpened(keyOf(one)) : undefined}
        empty={<EmptyState title={t('none')} text={t('noneText')} action={add} />}
      />
      {joining && <JoinForm accountId={account.id} onClose={() => setJoining(false)} />}
      {member && !member.leftOn && (
        <MemberDrawer accountId={account.id} member={member} onClose={() => setOpened(undefined)} />
      )}
    </Stack>
  );
}

const keyOf = ({ personId, joinedOn }: TeamMember) => `${personId} ${joinedOn}`;

const columnsFor = (people: ReadonlyMap<string, string>): Column<TeamMember>[] => [
  {
    id: 'person',
    header: t('person'),
    value: ({ personId }) => people.get(personId),
    cell: ({ personId }) => <PersonName id={personId} />,
  },
  { id: 'kind', header: t('kind'), value: ({ kind }) => t(`kind.${kind}`) },
  { id: 'role', header: t('role'), value: ({ role }) => role },
  { id: 'function', header: t('function'), value: (member) => member.function, hideOnPhone: true },
  {
    id: 'share',
    header: t('share'),
    value: ({ share }) => share,
    cell: ({ share, dedicated }) =>
      share === null ? '–' : t(dedicated ? 'dedicatedMark' : 'shareValue', { share: number(share) }),
    numeric: true,
  },
  { id: 'line', header: t('line'), value: ({ line }) => t(`line.${line}`), hideOnPhone: true },
  {
    id: 'joinedOn',
    header: t('since'),
    value: ({ joinedOn }) => joinedOn,
    cell: ({ joinedOn, leftOn }) =>
      leftOn ? t('untilValue', { from: day(joinedOn), to: day(leftOn) }) : t('sinceValue', { day: day(joinedOn) }),
  },
];

function sentence(members: readonly TeamMember[]): string {
  const present = members.filter(({ leftOn }) => !leftOn);
  const core = present.filter(({ kind }) => kind !== 'extended').length;
  const size = `${t('sentence.team', { n: present.length })}, ${t(core < HEALTHY_CORE ? 'sentence.small' : 'sentence.core', { core })}`;
  return present.some(({ kind }) => kind === 'leader') ? size : `${size} ${t('sentence.noLeader')}`;
}
