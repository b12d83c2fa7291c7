import { Center, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAuth } from 'react-oidc-context';
import { Link, Navigate } from 'react-router';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/i18n';
import { ErrorState } from '~/ui/ErrorState';
import { Mark } from './Mark';
import { meQuery } from './me';
import { Notice } from './Notice';
import { rolesText } from './roles';
import classes from './TenantChooser.module.css';

/** The way in: straight to the one enterprise of most people; a choice for those who work for several. */
export function TenantChooser() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const auth = useAuth();
  if (error) return <ErrorState problem={error as ApiProblem} onRetry={() => void refetch()} />;
  if (!me) return <Notice title={t('table.loading')} quiet />;
  const [first, ...others] = me.tenants;
  if (!first) {
    return (
      <Notice
        title={t('tenant.none')}
        text={t('tenant.noneText')}
        action={t('person.signOut')}
        onAction={() => void auth.signoutRedirect()}
      />
    );
  }
  if (others.length === 0) return <Navigate to={`/t/${first.alias}`} replace />;
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack gap="md" w="100%" maw={420}>
        <Mark size={40} />
        <Title order={1} size="h3">
          {t('tenant.choose')}
        </Title>
        {me.tenants.map((tenant) => (
          <UnstyledButton key={tenant.alias} component={Link} to={`/t/${tenant.alias}`} className={classes['tenant']}>
            <Paper withBorder p="md">
              <Text fw={600}>{tenant.name}</Text>
              <Text size="sm" c="dimmed">
                {rolesText(tenant.roles)}
              </Text>
            </Paper>
          </UnstyledButton>
        ))}
      </Stack>
    </Center>
  );
}
