import { lazy, Suspense, useState } from 'react';
import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { roleText } from '~/app/roles';
import { useTenantMe } from '~/app/tenant';
import { ErrorState, Facts } from '~/ui';
import type { Member } from './AccessTab';
import { Invited, type Invitation } from './Invited';
import { RemovalForm } from './RemovalForm';
import { RolesForm } from './RolesForm';
import { t } from './texts';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));

interface MemberDrawerProps {
  member: Member;
  mayChange: boolean;
  onClose: () => void;
}

/** One person who may sign in, and what may be done about it. */
export function MemberDrawer({ member, mayChange, onClose }: MemberDrawerProps) {
  const { person } = useTenantMe();
  const [doing, setDoing] = useState<'roles' | 'removal' | 'history'>();
  const [invited, setInvited] = useState<Invitation>();
  const again = useCommand('post', '/api/t/{tenant}/members/{personId}/invitation');
  const back = () => setDoing(undefined);
  const { id, name, email, roles, state } = member;
  if (invited) return <Invited invitation={invited} onClose={onClose} />;
  if (doing === 'roles') return <RolesForm member={member} onClose={onClose} />;
  if (doing === 'removal') return <RemovalForm member={member} onClose={onClose} />;
  if (doing === 'history') {
    return (
      <Suspense>
        <HistoryDrawer subject={{ type: 'person', id }} title={name} onClose={back} />
      </Suspense>
    );
  }
  const inviteAgain = async () => {
    const { oneTimePassword } = await again.mutateAsync({ path: { personId: id } });
    setInvited({ name, oneTimePassword });
  };
  const oneself = person.id === id;
  return (
    <Drawer opened onClose={onClose} title={name} size={480}>
      <Stack>
        {again.error && <ErrorState problem={again.error} />}
        <Facts
          facts={[
            { label: t('roles'), value: roles.map(roleText).join(', ') || t('noRole') },
            { label: t('state'), value: t(`state.${state}`) },
            { label: t('email'), value: email ?? '–' },
          ]}
        />
        {oneself && (
          <Alert color="blue">
            <Text size="sm">{t('oneself')}</Text>
          </Alert>
        )}
        <Group>
          {mayChange && <Button onClick={() => setDoing('roles')}>{t('roles')}</Button>}
          {mayChange && state === 'invited' && (
            <Button
              variant="default"
              onClick={() => void inviteAgain().catch(() => undefined)}
              loading={again.isPending}
            >
              {t('again')}
            </Button>
          )}
          {mayChange && !oneself && (
            <Button variant="default" onClick={() => setDoing('removal')}>
              {t('remove')}
            </Button>
          )}
          <Button variant="default" onClick={() => setDoing('history')}>
            {t('history')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
