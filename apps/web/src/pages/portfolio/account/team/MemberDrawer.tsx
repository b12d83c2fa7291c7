import { useState } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { announce, FormDrawer, ReasonField, reasonRule, usePeople } from '~/ui';
import { placeBody, PlaceFields, placeRules } from './PlaceFields';
import type { TeamMember } from './TeamTab';
import { t } from './texts';

const path = '/api/t/{tenant}/accounts/{accountId}/team/members/{personId}';

interface MemberDrawerProps {
  accountId: string;
  member: TeamMember;
  onClose: () => void;
}

/** Changes the part of somebody in the team, or records that he or she leaves it. */
export function MemberDrawer({ accountId, member, onClose }: MemberDrawerProps) {
  const [leaving, setLeaving] = useState(false);
  const ids = { accountId, personId: member.personId };
  const name = usePeople().get(member.personId) ?? '';
  if (leaving) return <LeaveForm ids={ids} name={name} onClose={onClose} />;
  return <ChangeForm ids={ids} name={name} member={member} onClose={onClose} onLeave={() => setLeaving(true)} />;
}

interface FormProps {
  ids: { accountId: string; personId: string };
  name: string;
  onClose: () => void;
}

function ChangeForm({ ids, name, member, onClose, onLeave }: FormProps & { member: TeamMember; onLeave: () => void }) {
  const change = useCommand('patch', path);
  const { personId: _person, joinedOn: _joined, leftOn: _left, divisionId, share, ...place } = member;
  const form = useForm({
    initialValues: { ...place, divisionId: divisionId ?? '', share: share ?? ('' as number | string), reason: '' },
    validate: placeRules,
  });
  const save = async ({ reason, ...values }: typeof form.values) => {
    await change.mutateAsync({ path: ids, body: { ...placeBody(values), reason } });
    announce(t('changed', { name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('changeTitle', { name })} form={form} onSubmit={save}>
      <Group>
        <Button variant="default" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Group>
      <PlaceFields form={form} />
      <ReasonField required={false} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function LeaveForm({ ids, name, onClose }: FormProps) {
  const leave = useCommand('post', `${path}/leaving`);
  const form = useForm({ initialValues: { leftOn: localDay(), reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: typeof form.values) => {
    await leave.mutateAsync({ path: ids, body });
    announce(t('left', { name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('leaveTitle', { name })} form={form} onSubmit={save}>
      <TextInput label={t('leftOn')} type="date" required data-autofocus {...form.getInputProps('leftOn')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
