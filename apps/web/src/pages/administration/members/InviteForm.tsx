import { useRef, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import type { Role } from '../role-list';
import { Invited, type Invitation } from './Invited';
import { RoleChoices } from './RoleChoices';
import { t } from './texts';

/** Invites somebody; where the sign-in service sends no mail, the one-time password is shown after. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const invite = useCommand('post', '/api/t/{tenant}/members/invitations');
  const [invited, setInvited] = useState<Invitation>();
  // The form closes itself once it was sent; what comes after it stays.
  const sent = useRef(false);
  const form = useForm({
    initialValues: { name: '', email: '', roles: [] as string[], reason: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('invite.nameMissing')),
      email: (email) => (email.trim() ? null : t('invite.emailMissing')),
      roles: (roles) => (roles.length > 0 ? null : t('invite.rolesMissing')),
      reason: reasonRule,
    },
  });
  if (invited) return <Invited invitation={invited} onClose={onClose} />;
  const send = async ({ name, email, roles, reason }: typeof form.values) => {
    const body = { name: name.trim(), email: email.trim(), roles: roles as Role[], reason };
    const { oneTimePassword } = await invite.mutateAsync({ body });
    announce(t('invited'));
    sent.current = true;
    setInvited({ name: body.name, oneTimePassword });
  };
  return (
    <FormDrawer
      opened
      onClose={() => !sent.current && onClose()}
      title={t('invite')}
      form={form}
      onSubmit={send}
      submitText={t('invite.send')}
    >
      <TextInput label={t('invite.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('invite.email')}
        description={t('invite.emailHelp')}
        type="email"
        required
        {...form.getInputProps('email')}
      />
      <RoleChoices {...form.getInputProps('roles')} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
